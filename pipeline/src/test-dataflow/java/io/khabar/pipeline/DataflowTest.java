package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.khabar.store.AtticFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.model.pipeline.v1.RunnerApi;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that Dataflow would be sent: the runner makes it, writes it to a file instead, and nobody runs it. */
class DataflowTest {
  @TempDir Path dir;

  @AfterEach
  void clear() {
    AtticFileSystem.KEYS.clear();
  }

  private JsonNode job() throws IOException {
    AtticFileSystem.KEYS.put("attic://bucket/in/a.txt", "خبر\n\nنص الخبر هنا وفيه ما يكفي من الكلام.".getBytes(StandardCharsets.UTF_8));
    Path file = dir.resolve("job.json");
    String[] args = {
      "--runner=DataflowRunner", "--input=attic://bucket/in", "--output=attic://bucket/out", "--project=some-project", "--region=europe-west1",
      "--gcpTempLocation=gs://bucket/tmp", "--stagingLocation=gs://bucket/staging", "--templateLocation=" + file,
      "--pathValidatorClass=org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator",
      "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory", "--stagerClass=io.khabar.pipeline.NoStager"
    };
    KhabarOptions options = PipelineOptionsFactory.fromArgs(Extra.check(args)).withValidation().as(KhabarOptions.class);
    options.as(DataflowPipelineOptions.class).setFilesToStage(List.of(Files.writeString(dir.resolve("khabar.jar"), "jar").toString()));
    Extra.register(options, options.getInput(), options.getOutput());
    Pipeline pipeline = Pipeline.create(options);
    NewsPipeline.build(pipeline, KhabarConfig.of(options));
    pipeline.run();
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void theWholeGraphIsTranslated() throws IOException {
    JsonNode job = job();
    String graph = job.path("environment").path("sdkPipelineOptions").path("options").path("pipelineUrl").asText();
    RunnerApi.Pipeline sent = RunnerApi.Pipeline.parseFrom(NoStager.MADE.get(graph.substring(graph.lastIndexOf('/') + 1)));
    Set<String> kinds = new TreeSet<>();
    Set<String> stages = new TreeSet<>();
    sent.getComponents().getTransformsMap().values().forEach(
        transform -> {
          kinds.add(transform.getSpec().getUrn());
          stages.add(transform.getUniqueName().replaceFirst("/.*", ""));
        });
    assertTrue(kinds.containsAll(Set.of("beam:transform:pardo:v1", "beam:transform:group_by_key:v1", "beam:transform:flatten:v1")), kinds.toString());
    assertTrue(
        stages.containsAll(Set.of("Read records", "Decode pages", "Learn corpus", "Segment pages", "Split stories", "Tag entities", "Find duplicates", "Group events")),
        stages.toString());
    // the whole of it, as every engine gets it
    Pipeline plain = Pipeline.create();
    KhabarOptions local = PipelineOptionsFactory.fromArgs("--input=attic://bucket/in", "--output=attic://bucket/out").as(KhabarOptions.class);
    NewsPipeline.build(plain, KhabarConfig.of(local));
    Set<String> steps = new TreeSet<>();
    plain.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(org.apache.beam.sdk.runners.TransformHierarchy.Node node) {
            if (node.getTransform() instanceof org.apache.beam.sdk.transforms.ParDo.MultiOutput<?, ?> || node.getTransform() instanceof org.apache.beam.sdk.transforms.GroupByKey) {
              steps.add(node.getFullName().replaceFirst("/ParMultiDo.*", ""));
            }
          }
        });
    Set<String> translated = new TreeSet<>();
    sent.getComponents().getTransformsMap().values().forEach(transform -> translated.add(transform.getUniqueName().replaceFirst("/ParMultiDo.*", "")));
    steps.removeAll(translated);
    assertEquals(Set.of(), steps, "steps that Dataflow was not told of");
    assertTrue(job.toString().contains("gs://bucket/staging/khabar"), "the jar is staged");
  }

  @Test
  void whatItsWorkersCannotSeeIsRefused() {
    for (String[] wrong :
        List.of(
            new String[] {"--input=pom.xml", "--output=gs://bucket/out"},
            new String[] {"--input=gs://bucket/in", "--output=out"},
            new String[] {"--input=gs://bucket/in", "--output=gs://bucket/out", "--rules=rules"})) {
      String[] args = new String[wrong.length + 2];
      args[0] = "run";
      args[1] = "--runner=DataflowRunner";
      System.arraycopy(wrong, 0, args, 2, wrong.length);
      Runs.Result result = Runs.main(args);
      assertEquals(Main.USAGE, result.exit(), result.err());
      assertTrue(result.lastLine().contains("Dataflow's workers see no"), result.err());
    }
  }
}
