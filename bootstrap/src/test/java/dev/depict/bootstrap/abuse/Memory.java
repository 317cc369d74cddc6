package dev.depict.bootstrap.abuse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process with the serial collector holds of the machine's memory.
 *
 * @param residentMib now
 * @param mostMib at most, since its start
 * @param heapMib in use after a full collection
 */
record Memory(long residentMib, long mostMib, long heapMib) {
  private static final Pattern USED =
      Pattern.compile("^\\s*(?:DefNew|Tenured) .* used (\\d+)K", Pattern.MULTILINE);

  static Memory of(long pid) throws IOException {
    String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    long resident = kib("VmRSS", status) >> 10;
    long most = kib("VmHWM", status) >> 10;
    jcmd(pid, "GC.run");
    long heap =
        USED.matcher(jcmd(pid, "GC.heap_info"))
            .results()
            .mapToLong(found -> Long.parseLong(found.group(1)))
            .sum();
    return new Memory(resident, most, heap >> 10);
  }

  private static long kib(String name, String status) {
    var found = Pattern.compile(name + ":\\s+(\\d+) kB").matcher(status);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in " + status);
    }
    return Long.parseLong(found.group(1));
  }

  private static String jcmd(long pid, String command) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
