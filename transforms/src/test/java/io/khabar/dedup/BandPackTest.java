package io.khabar.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.khabar.dedup.Parcel.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandPackTest {
  private static final Node ONE = new Node(-1, 7);
  private static final Node OTHER = new Node(5, -9);

  @Test
  void onlySharedBandsComeBackWithAllTheirReferences() {
    BandPack.Writer writer = new BandPack.Writer();
    writer.add(new long[] {3, -4, 99}, 2, ONE, true, 17, -5);
    writer.add(new long[] {6}, 1, ONE, false, 17, -5);
    byte[] first = writer.close();
    writer.add(new long[] {-4, 6, 8}, 3, OTHER, false, -18, 6);
    List<List<BandRef>> buckets = new ArrayList<>();
    BandPack.buckets(List.of(first, writer.close()), buckets::add);
    Map<Long, Set<BandRef>> byBand = new HashMap<>();
    buckets.forEach(bucket -> byBand.put(bucket.get(0).band(), new HashSet<>(bucket)));
    assertEquals(2, buckets.size());
    assertEquals(Set.of(new BandRef(-4, ONE, true, 17, -5), new BandRef(-4, OTHER, false, -18, 6)), byBand.get(-4L));
    assertEquals(Set.of(new BandRef(6, ONE, false, 17, -5), new BandRef(6, OTHER, false, -18, 6)), byBand.get(6L));
  }

  /** Every band of a story reaches the partition of its number, however the bands are told together. */
  @Test
  void everyBandReachesItsPartition() {
    int[] shingles = IntStream.range(0, 40).map(i -> i * 77_777_777).sorted().toArray();
    for (int partitions : new int[] {1, 3, 25, 512}) {
      Map<Integer, List<byte[]>> packs = new HashMap<>();
      SignaturePacks writer = new SignaturePacks(partitions, false);
      for (Node node : List.of(ONE, OTHER)) {
        writer.add(new StorySignature(node, new Rank(null, 0, "2024-01-01", null, 42, "0a" + node.lo() + ".0"), shingles, new int[] {1}), (what, at, pack) -> {});
      }
      writer.close(
          (what, at, pack) -> {
            if (what == What.BANDS) {
              packs.computeIfAbsent(at, k -> new ArrayList<>()).add(pack);
            }
          });
      List<Long> found = new ArrayList<>();
      packs.forEach(
          (at, mine) ->
              BandPack.buckets(
                  mine,
                  refs -> {
                    assertEquals(2, refs.size());
                    assertEquals(at, (int) Long.remainderUnsigned(refs.get(0).band(), partitions));
                    found.add(refs.get(0).band());
                  }));
      List<Long> bands = new ArrayList<>();
      for (long band : MinHash.bands(shingles)) {
        bands.add(band);
      }
      assertEquals(bands.stream().sorted().toList(), found.stream().sorted().toList());
    }
  }
}
