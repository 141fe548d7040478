package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

/** What can be said of S3 without a bucket: options and paths. */
class S3Test {
  private static KhabarOptions options(String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "--input=s3://bucket/dump";
    args[1] = "--output=s3://bucket/out";
    System.arraycopy(more, 0, args, 2, more.length);
    PipelineOptionsFactory.register(KhabarOptions.class);
    return PipelineOptionsFactory.fromArgs(Extra.check(args)).withValidation().as(KhabarOptions.class);
  }

  @Test
  void regionAndEndpointAreRead() {
    AwsOptions options = options("--awsRegion=eu-central-1", "--endpoint=http://127.0.0.1:9000").as(AwsOptions.class);
    assertEquals("eu-central-1", options.getAwsRegion().id());
    assertEquals("http://127.0.0.1:9000", options.getEndpoint().toString());
  }

  @Test
  void whatConcernsS3AloneIsRead() {
    S3Options options = options("--s3ThreadPoolSize=7", "--s3StorageClass=STANDARD_IA", "--SSEAlgorithm=AES256").as(S3Options.class);
    assertEquals("7 STANDARD_IA AES256", options.getS3ThreadPoolSize() + " " + options.getS3StorageClass() + " " + options.getSSEAlgorithm());
  }

  @Test
  void keysStayAsTheyAre() {
    Extra.register(options("--awsRegion=eu-central-1"), "s3://bucket/dump");
    for (String path : List.of("s3://bucket/a.txt", "s3://bucket/أخبار/a b.txt", "s3://bucket/100%/[1].html", "s3://bucket/a%20b.txt")) {
      ResourceId id = FileSystems.matchNewResource(path, false);
      assertEquals(path, id.toString());
      assertFalse(id.isDirectory());
    }
    assertTrue(FileSystems.matchNewResource("s3://bucket/dump/", true).isDirectory());
  }

  @Test
  void aBucketThatCannotBeReachedIsOneSentence() {
    Runs.Result result =
        Runs.main(
            "run", "--input=s3://bucket/dump", "--output=s3://bucket/out", "--awsRegion=eu-central-1", "--endpoint=http://127.0.0.1:9",
            "--awsCredentialsProvider={\"@type\": \"StaticCredentialsProvider\", \"accessKeyId\": \"key\", \"secretAccessKey\": \"secret\"}");
    assertEquals(Main.USAGE, result.exit(), result.err());
    assertTrue(result.lastLine().contains("input s3://bucket/dump cannot be listed"), result.err());
  }
}
