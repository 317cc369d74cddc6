package dev.depict.cli.port;

/**
 * One configuration key. On the command line it is an option of every command, with dashes for
 * dots: {@code queue.max-pending} is {@code --queue-max-pending}.
 *
 * @param name the key, such as {@code data.dir}
 * @param description one line for people
 * @param defaultText the default as shown; empty for none
 */
public record Setting(String name, String description, String defaultText) {
  /** The option that sets it. */
  public String option() {
    return "--" + name.replace('.', '-');
  }
}
