package io.khabar.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GroupsTest {
  /** Each group tells each other one something: for a hundred times the text there may be ten times the groups, no more. */
  @Test
  void theSquareOfTheGroupsGrowsNoFasterThanTheText() {
    assertEquals(1, KhabarConfig.groups(0));
    int before = 1;
    for (long bytes = 1 << 20; bytes < 1L << 42; bytes *= 2) {
      int groups = KhabarConfig.groups(bytes);
      assertTrue(groups >= before && groups <= 512, groups + " groups for " + bytes + " bytes");
      before = groups;
    }
    double few = KhabarConfig.groups(1L << 28);
    double many = KhabarConfig.groups(100L << 28);
    assertEquals(10, many / few, 1);
  }
}
