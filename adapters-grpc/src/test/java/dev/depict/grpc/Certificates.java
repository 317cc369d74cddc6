package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Certificates that vouch for themselves, made by the JDK's keytool. */
final class Certificates {
  private static final String PASSWORD = "not-secret";

  private Certificates() {}

  /** PEM files of a certificate and its key. */
  record Pair(Path certificate, Path key) {}

  /**
   * @param name the common name; the certificate is good for localhost and 127.0.0.1
   */
  static Pair make(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(name, store);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Key key = keys.getKey("it", PASSWORD.toCharArray());
    return new Pair(
        pem(folder.resolve(name + ".crt"), "CERTIFICATE", keys.getCertificate("it").getEncoded()),
        pem(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded()));
  }

  private static void keytool(String name, Path store) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "bc=ca:true",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private static Path pem(Path file, String type, byte[] der)
      throws IOException, GeneralSecurityException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, text, type));
  }
}
