package io.khabar.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.Test;

class GroupInPlaceTest {
  private static final List<byte[]> MADE = Collections.synchronizedList(new ArrayList<>());
  private static final List<byte[]> GROUPED = Collections.synchronizedList(new ArrayList<>());
  private static final List<String> GROUPS = Collections.synchronizedList(new ArrayList<>());

  private static final class MakeFn extends DoFn<Integer, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer number, OutputReceiver<KV<Integer, byte[]>> out) {
      byte[] pack = {number.byteValue()};
      MADE.add(pack);
      out.output(KV.of(number % 3, pack));
    }
  }

  private static final class SeeFn extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> group) {
      List<Integer> numbers = new ArrayList<>();
      for (byte[] pack : group.getValue()) {
        GROUPED.add(pack);
        numbers.add((int) pack[0]);
      }
      GROUPS.add(group.getKey() + "=" + numbers.stream().sorted().toList());
    }
  }

  @Test
  void groupsHoldTheVeryObjectsThatCameIn() {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setEnforceImmutability(false);
    options.setEnforceEncodability(false);
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(Create.of(0, 1, 2, 3, 4, 5, 6, 7))
        .apply("Make", ParDo.of(new MakeFn()))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
        .apply("Group them", GroupByKey.create())
        .apply("See", ParDo.of(new SeeFn()));
    GroupInPlace.everywhere(pipeline);
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
    assertEquals(List.of("0=[0, 3, 6]", "1=[1, 4, 7]", "2=[2, 5]"), GROUPS.stream().sorted().toList());
    for (byte[] pack : GROUPED) {
      assertSame(pack, MADE.stream().filter(made -> made[0] == pack[0]).findFirst().orElseThrow());
    }
  }

  @Test
  void aCloneIsTheObjectItselfAndBytesThatTravelledAreRefused() throws IOException {
    GroupInPlace.SameObject<byte[]> coder = new GroupInPlace.SameObject<>();
    byte[] one = {1};
    assertSame(one, CoderUtils.clone(coder, one));
    assertNotSame(one, CoderUtils.clone(ByteArrayCoder.of(), one));

    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    coder.encode(one, kept);
    CoderUtils.clone(coder, one);
    assertThrows(IOException.class, () -> coder.decode(new ByteArrayInputStream(kept.toByteArray())));

    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    coder.encode(one, twice);
    assertSame(one, coder.decode(new ByteArrayInputStream(twice.toByteArray())));
    assertThrows(IOException.class, () -> coder.decode(new ByteArrayInputStream(twice.toByteArray())));
  }
}
