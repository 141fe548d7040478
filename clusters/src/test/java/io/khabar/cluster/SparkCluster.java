package io.khabar.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Spark's Master and Workers of one core each. */
final class SparkCluster extends Cluster {
  private final int port = freePort();
  private final Path home;
  private int started;

  SparkCluster(Path folder, int workers) throws IOException, InterruptedException {
    super(folder, ROOT.resolve("clusters/spark/target/jars"));
    home = Files.createDirectories(folder.resolve("home"));
    // a Worker builds its executors' class path from SPARK_HOME/jars
    Files.createSymbolicLink(home.resolve("jars"), ROOT.resolve("clusters/spark/target/jars"));
    start("master", environment(), command("-Xmx256m", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "" + port, "--webui-port", "" + freePort()));
    await("the Master", 120, () -> log("master").contains("New state: ALIVE"));
    for (int i = 0; i < workers; i++) {
      addWorker();
    }
    await("the Workers", 120, () -> log("master").split("Registering worker", -1).length > workers);
  }

  private Map<String, String> environment() {
    return Map.of("SPARK_HOME", home.toString(), "SPARK_SCALA_VERSION", "2.12", "SPARK_LOCAL_IP", "127.0.0.1", "SPARK_NO_DAEMONIZE", "1");
  }

  @Override
  void addWorker() throws IOException {
    String name = "worker" + ++started;
    workers.add(
        start(
            name,
            environment(),
            command(
                "-Xmx256m", "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1500m", "--webui-port", "" + freePort(), "--work-dir",
                Files.createDirectories(folder.resolve(name)).toString(), "spark://127.0.0.1:" + port)));
  }

  @Override
  List<String> options() {
    return List.of("--runner=SparkRunner", "--sparkMaster=spark://127.0.0.1:" + port);
  }

  @Override
  List<String> javaOptions() {
    return List.of("-Dspark.executor.memory=1200m", "-Dspark.network.timeout=120s");
  }
}
