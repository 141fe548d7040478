package io.khabar.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A JobManager and TaskManagers of one slot each, started by Flink's own entry points. */
final class FlinkCluster extends Cluster {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int rpc = freePort();
  private final int rest = freePort();
  private final Path conf;
  private int started;

  FlinkCluster(Path folder, int workers) throws IOException, InterruptedException {
    super(folder, ROOT.resolve("clusters/flink/target/jars"));
    conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        conf.resolve("flink-conf.yaml"),
        String.join(
            "\n",
            "jobmanager.rpc.address: 127.0.0.1",
            "jobmanager.bind-host: 127.0.0.1",
            "jobmanager.rpc.port: " + rpc,
            "rest.address: 127.0.0.1",
            "rest.bind-address: 127.0.0.1",
            "rest.port: " + rest,
            "taskmanager.host: 127.0.0.1",
            "taskmanager.bind-host: 127.0.0.1",
            "taskmanager.numberOfTaskSlots: 1",
            "io.tmp.dirs: " + Files.createDirectories(folder.resolve("tmp")),
            "heartbeat.interval: 1000",
            // short enough to notice a killed worker at once, long enough for a busy machine
            "heartbeat.timeout: 20000",
            "pekko.startup-timeout: 120 s",
            "pekko.ask.timeout: 60 s",
            "restart-strategy.type: fixed-delay",
            "restart-strategy.fixed-delay.attempts: 10",
            "restart-strategy.fixed-delay.delay: 1 s",
            ""));
    start("jobmanager", Map.of(), command("-Xmx512m", "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", "--configDir", conf.toString()));
    for (int i = 0; i < workers; i++) {
      addWorker();
    }
    await("the TaskManagers", 300, () -> slots() >= workers);
  }

  @Override
  void addWorker() throws IOException {
    String id = "tm" + ++started;
    List<String> command =
        command("-Xmx1100m", "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", "--configDir", conf.toString(), "-D", "taskmanager.resource-id=" + id);
    command.add(1, "-XX:MaxDirectMemorySize=512m");
    // what the distribution's shell script would work out
    Map.of(
            "cpu.cores", "1.0",
            "memory.task.heap.size", "900m",
            "memory.task.off-heap.size", "0b",
            "memory.network.min", "128m",
            "memory.network.max", "128m",
            "memory.managed.size", "384m",
            "memory.framework.heap.size", "128m",
            "memory.framework.off-heap.size", "128m",
            "memory.jvm-metaspace.size", "256m",
            "memory.jvm-overhead.min", "192m")
        .forEach((key, value) -> command.addAll(List.of("-D", "taskmanager." + key + "=" + value)));
    command.addAll(List.of("-D", "taskmanager.memory.jvm-overhead.max=192m", "-D", "taskmanager.memory.process.size=2116m"));
    workers.add(start(id, Map.of(), command));
  }

  int slots() {
    try (InputStream in = new URL("http://127.0.0.1:" + rest + "/overview").openStream()) {
      JsonNode overview = JSON.readTree(in);
      return overview.path("slots-total").asInt();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  List<String> options() {
    return List.of("--runner=FlinkRunner", "--flinkMaster=127.0.0.1:" + rest, "--workers=2");
  }
}
