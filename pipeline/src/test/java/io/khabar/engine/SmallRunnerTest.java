package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.GenerateSequence;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The steps a graph of Khabar's is made of, one by one, in a single thread. */
class SmallRunnerTest {
  private static final TupleTag<String> EVEN = new TupleTag<>() {};
  private static final TupleTag<String> ODD = new TupleTag<>() {};
  private static final List<String> SEEN = Collections.synchronizedList(new ArrayList<>());

  private Pipeline pipeline;

  @BeforeEach
  void newPipeline() {
    PipelineOptions options = PipelineOptionsFactory.create();
    options.setRunner(SmallRunner.class);
    pipeline = Pipeline.create(options);
    SEEN.clear();
  }

  private static final class SeeFn extends DoFn<String, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element String element) {
      SEEN.add(element);
    }
  }

  private List<String> seen(PCollection<String> strings) {
    strings.setCoder(StringUtf8Coder.of()).apply("See", ParDo.of(new SeeFn()));
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
    return SEEN.stream().sorted().toList();
  }

  private static final class SortFn extends DoFn<Integer, String> {
    private static final long serialVersionUID = 1L;
    private transient int sum;

    @Setup
    public void setup() {
      sum = 100;
    }

    @StartBundle
    public void startBundle() {
      sum += 1000;
    }

    @ProcessElement
    public void process(ProcessContext context, MultiOutputReceiver out) {
      sum += context.element();
      out.get(context.element() % 2 == 0 ? EVEN : ODD).output("n" + context.element());
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      context.output("sum" + sum, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }
  }

  @Test
  void severalOutputsAndWhatTheEndOfABundleAdds() {
    PCollectionTuple sorted =
        pipeline.apply(Create.of(1, 2, 3, 4)).apply(Reshuffle.viaRandomKey()).apply(ParDo.of(new SortFn()).withOutputTags(EVEN, TupleTagList.of(ODD)));
    sorted.get(ODD).setCoder(StringUtf8Coder.of());
    assertEquals(List.of("n2", "n4", "sum1110"), seen(sorted.get(EVEN)));
  }

  private static final class TellFn extends DoFn<KV<byte[], Iterable<Integer>>, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<byte[], Iterable<Integer>> group, OutputReceiver<String> out) {
      List<Integer> values = new ArrayList<>();
      group.getValue().forEach(values::add);
      Collections.sort(values);
      out.output(new String(group.getKey(), java.nio.charset.StandardCharsets.UTF_8) + values);
    }
  }

  @Test
  void keysThatAreEqualOnlyAsTheirCoderSeesThem() {
    // arrays are equal by identity alone
    KvCoder<byte[], Integer> coder = KvCoder.of(org.apache.beam.sdk.coders.ByteArrayCoder.of(), VarIntCoder.of());
    PCollection<KV<byte[], Integer>> one = pipeline.apply("One", Create.of(KV.of(new byte[] {'a'}, 1), KV.of(new byte[] {'b'}, 2)).withCoder(coder));
    PCollection<KV<byte[], Integer>> two = pipeline.apply("Two", Create.of(KV.of(new byte[] {'a'}, 3)).withCoder(coder));
    PCollection<KV<byte[], Integer>> all = PCollectionList.of(one).and(two).apply(Flatten.pCollections());
    assertEquals(List.of("a[1, 3]", "b[2]"), seen(all.apply(GroupByKey.create()).apply(ParDo.of(new TellFn()))));
  }

  private static final class AskFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1L;
    private final PCollectionView<Map<String, Integer>> map;
    private final PCollectionView<Iterable<Integer>> numbers;

    AskFn(PCollectionView<Map<String, Integer>> map, PCollectionView<Iterable<Integer>> numbers) {
      this.map = map;
      this.numbers = numbers;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      int sum = 0;
      for (int number : context.sideInput(numbers)) {
        sum += number;
      }
      context.output(context.element() + context.sideInput(map).get(context.element()) + "/" + sum);
    }
  }

  @Test
  void sideInputs() {
    PCollectionView<Map<String, Integer>> map =
        pipeline.apply("Pairs", Create.of(KV.of("a", 1), KV.of("b", 2)).withCoder(KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of()))).apply(View.asMap());
    PCollectionView<Iterable<Integer>> numbers = pipeline.apply("Numbers", Create.of(3, 4)).apply(View.asIterable());
    assertEquals(List.of("a1/7", "b2/7"), seen(pipeline.apply("Names", Create.of("a", "b")).apply(ParDo.of(new AskFn(map, numbers)).withSideInputs(map, numbers))));
  }

  private static final class FailFn extends DoFn<Integer, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer element) {
      throw new IllegalArgumentException("not " + element);
    }
  }

  @Test
  void aFunctionThatFailsFailsTheJobWithItsOwnException() {
    pipeline.apply(Create.of(5)).apply(ParDo.of(new FailFn())).setCoder(StringUtf8Coder.of());
    Throwable thrown = assertThrows(Pipeline.PipelineExecutionException.class, () -> pipeline.run());
    assertEquals("not 5", thrown.getCause().getMessage());
  }

  @Test
  void whatItDoesNotKnowIsRefusedByName() {
    pipeline.apply("Count for ever", GenerateSequence.from(0));
    Throwable thrown = assertThrows(UnsupportedOperationException.class, () -> pipeline.run());
    assertTrue(thrown.getMessage().startsWith("a small run does not know") && thrown.getMessage().contains("UnboundedSource"), thrown.getMessage());
  }
}
