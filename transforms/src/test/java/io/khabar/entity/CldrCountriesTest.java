package io.khabar.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import io.khabar.text.RuleFile;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The countries that {@code countries.tsv} lacks are shipped as CLDR names them: to ask ICU for them at every start takes a fifth of a second. Where this fails after a new ICU, the
 * lines it expects are those of the file.
 */
class CldrCountriesTest {
  @Test
  void theFileHasWhatIcuKnowsAndNothingElse() {
    Set<String> listed = new HashSet<>();
    RuleFile.resource(Gazetteer.FOLDER + "countries.tsv", GazetteerRow.COLUMNS).forEach(cells -> listed.add(cells[0]));
    LocaleDisplayNames arabic = LocaleDisplayNames.getInstance(new ULocale("ar"));
    LocaleDisplayNames english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
    Set<String> codes = new TreeSet<>();
    for (Region region : Region.getAvailable(Region.RegionType.TERRITORY)) {
      if (region.toString().matches("[A-Z]{2}") && !region.toString().equals("ZZ")) {
        codes.add(region.toString());
      }
    }
    StringBuilder expected = new StringBuilder();
    for (String code : codes) {
      String id = "loc:" + code.toLowerCase(Locale.ROOT);
      String name = arabic.regionDisplayName(code);
      if (!listed.contains(id) && !name.equals(code)) {
        expected.append(String.join("\t", id, "LOCATION", name, "", "", english.regionDisplayName(code), "", "country=" + code)).append('\n');
      }
    }
    List<String> shipped = RuleFile.resource(Gazetteer.FOLDER + "countries-cldr.tsv", GazetteerRow.COLUMNS).stream().map(cells -> String.join("\t", cells)).toList();
    assertEquals(expected.toString(), String.join("\n", shipped) + "\n");
  }
}
