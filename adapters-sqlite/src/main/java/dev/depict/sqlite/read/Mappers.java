package dev.depict.sqlite.read;

import java.sql.Connection;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.type.ByteArrayTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** All mappers over one connection, for the thread that owns it. */
record Mappers(
    SqlSession session,
    TaskMapper tasks,
    AnswerMapper answers,
    MediaMapper media,
    QueueMapper queue,
    UsageMapper usage,
    QuestionMapper questions) {
  private static final SqlSessionFactory SESSIONS =
      new SqlSessionFactoryBuilder().build(configuration());

  static Mappers over(Connection connection) {
    // Lives as long as the connection, and keeps its statements prepared.
    @SuppressWarnings("resource")
    SqlSession session = SESSIONS.openSession(ExecutorType.REUSE, connection);
    return new Mappers(
        session,
        session.getMapper(TaskMapper.class),
        session.getMapper(AnswerMapper.class),
        session.getMapper(MediaMapper.class),
        session.getMapper(QueueMapper.class),
        session.getMapper(UsageMapper.class),
        session.getMapper(QuestionMapper.class));
  }

  /** Prepares every statement anew: the driver does not run one again that has failed once. */
  void renew() {
    session.flushStatements();
  }

  private static Configuration configuration() {
    var configuration = new Configuration();
    configuration.setLogImpl(NoLoggingImpl.class);
    // Each read sees the database as it is; nothing is kept between two.
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    // The driver has no Blob objects.
    configuration
        .getTypeHandlerRegistry()
        .register(byte[].class, JdbcType.BLOB, new ByteArrayTypeHandler());
    configuration.addMapper(TaskMapper.class);
    configuration.addMapper(AnswerMapper.class);
    configuration.addMapper(MediaMapper.class);
    configuration.addMapper(QueueMapper.class);
    configuration.addMapper(UsageMapper.class);
    configuration.addMapper(QuestionMapper.class);
    return configuration;
  }
}
