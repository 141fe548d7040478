package io.khabar.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Processes of one cluster on the loopback address, each with its log; closing kills them all. */
abstract class Cluster implements AutoCloseable {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path JAR = ROOT.resolve("pipeline/target/khabar.jar");

  private static final List<String> OPENS =
      List.of("lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent", "util.concurrent.atomic", "text", "time");
  private static final List<String> SUN_OPENS = List.of("nio.ch", "nio.cs", "security.action", "util.calendar");

  final Path folder;
  final List<Process> workers = new ArrayList<>();
  private final List<Process> all = new ArrayList<>();

  private final String classPath;

  /** No cluster of several processes, and so no jars of its own. */
  Cluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.classPath = "";
  }

  /** @param jars the folder of the engine's own jars */
  Cluster(Path folder, Path jars) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.classPath = jars(jars);
  }

  /** A process of the engine's own. */
  List<String> command(String heap, String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(), heap, "-XX:+UseSerialGC"));
    command.addAll(opens());
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Takes another worker into the cluster. */
  abstract void addWorker() throws IOException;

  /** What the program is told to run here. */
  abstract List<String> options();

  /** Java options of the program. */
  List<String> javaOptions() {
    return List.of();
  }

  /** SIGKILL for a worker and the processes that it started. */
  void kill(Process worker) throws InterruptedException {
    workers.remove(worker);
    // the children first: without their parent they would end in order
    List<ProcessHandle> children = worker.descendants().toList();
    children.forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly();
    worker.waitFor();
  }

  static List<String> opens() {
    List<String> opens = new ArrayList<>();
    OPENS.forEach(p -> opens.add("--add-opens=java.base/java." + p + "=ALL-UNNAMED"));
    SUN_OPENS.forEach(p -> opens.add("--add-opens=java.base/sun." + p + "=ALL-UNNAMED"));
    return opens;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return String.join(File.pathSeparator, files.map(Path::toString).filter(f -> f.endsWith(".jar")).sorted().toList());
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  Process start(String name, Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
    Process process = builder.start();
    all.add(process);
    return process;
  }

  /** Runs the program against this cluster until it ends. */
  Process run(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g", "-XX:+UseSerialGC"));
    command.addAll(javaOptions());
    command.addAll(List.of("-jar", JAR.toString(), "run"));
    command.addAll(arguments);
    command.addAll(options());
    return start(name, Map.of(), command);
  }

  String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  void await(String what, int seconds, Check check) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!check.holds()) {
      for (Process process : all) {
        if (!process.isAlive() && workers.contains(process)) {
          throw new IOException("a worker ended while waiting for " + what + "; see " + folder);
        }
      }
      if (System.nanoTime() > until) {
        throw new IOException("waited " + seconds + " s for " + what + "; see " + folder);
      }
      Thread.sleep(200);
    }
  }

  /** Something to wait for. */
  interface Check {
    boolean holds() throws IOException;
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : all) {
      process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
