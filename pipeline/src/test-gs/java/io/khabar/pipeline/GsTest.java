package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** What can be said of Google's storage without a bucket: options and paths. */
class GsTest {
  private static KhabarOptions options(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "--input=gs://bucket/dump";
    args[1] = "--output=gs://bucket/out";
    System.arraycopy(more, 0, args, 2, more.length);
    return PipelineOptionsFactory.fromArgs(Extra.check(args)).withValidation().as(KhabarOptions.class);
  }

  @Test
  void projectTemporaryFolderAndEndpointAreRead() {
    KhabarOptions options =
        options(
            "--project=news", "--gcpTempLocation=gs://bucket/tmp", "--gcsEndpoint=http://127.0.0.1:4443/storage/v1/",
            "--pathValidatorClass=org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator");
    assertEquals("news", options.as(GcpOptions.class).getProject());
    assertEquals("gs://bucket/tmp", options.as(GcpOptions.class).getGcpTempLocation());
    assertEquals("http://127.0.0.1:4443/storage/v1/", options.as(GcsOptions.class).getGcsEndpoint());
  }

  @Test
  void namesStayAsTheyAre() {
    Extra.register(options("--project=news"), "gs://bucket/dump");
    for (String path : List.of("gs://bucket/a.txt", "gs://bucket/أخبار/a b.txt", "gs://bucket/100%/[1].html", "gs://bucket/a%20b.txt")) {
      ResourceId id = FileSystems.matchNewResource(path, false);
      assertEquals(path, id.toString());
      assertFalse(id.isDirectory());
    }
    assertTrue(FileSystems.matchNewResource("gs://bucket/dump/", true).isDirectory());
  }
}
