import de.tudarmstadt.ukp.clarin.webanno.tsv.internal.tsv3x.Tsv3XDeserializer;
import java.io.BufferedReader;
import java.io.File;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/** Has INCEpTION's own reader read tables, and says what it read: `Reads TYPES (TABLE LAYERS)…`. */
public class Reads {
  public static void main(String[] args) throws Exception {
    for (int at = 1; at + 1 < args.length; at += 2) {
      List<TypeSystemDescription> types = new ArrayList<>();
      for (String file : new String[] {args[0], args[at + 1]}) {
        types.add(UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(new File(file))));
      }
      CAS cas = CasCreationUtils.createCas(CasCreationUtils.mergeTypeSystems(types), null, null);
      try (BufferedReader table = Files.newBufferedReader(Path.of(args[at]), StandardCharsets.UTF_8)) {
        new Tsv3XDeserializer().read(new LineNumberReader(table), cas.getJCas());
        System.out.println("text\t" + args[at] + "\t" + quoted(cas.getDocumentText()));
        for (AnnotationFS annotation : cas.getAnnotationIndex()) {
          say(args[at], annotation);
        }
      } catch (Exception | AssertionError error) {
        System.out.println("refused\t" + args[at] + "\t" + quoted(error + " " + error.getCause()));
      }
    }
  }

  private static void say(String table, AnnotationFS annotation) {
    if (!annotation.getType().getName().startsWith("webanno.custom.")) {
      return;
    }
    StringBuilder line = new StringBuilder("span\t" + table + "\t" + place(annotation));
    for (Feature feature : annotation.getType().getFeatures()) {
      if (feature.getRange().isArray() && annotation.getFeatureValue(feature) != null) {
        for (FeatureStructure link : ((ArrayFS) annotation.getFeatureValue(feature)).toArray()) {
          Feature target = link.getType().getFeatureByBaseName("target");
          String role = link.getStringValue(link.getType().getFeatureByBaseName("role"));
          line.append("\t" + role + "=" + place((AnnotationFS) link.getFeatureValue(target)));
        }
      }
    }
    System.out.println(line);
  }

  private static String place(AnnotationFS one) {
    return one.getType().getShortName().toLowerCase() + " " + one.getBegin() + "-" + one.getEnd();
  }

  /** A string of JSON in ASCII. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      boolean plain = unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\';
      quoted.append(plain ? String.valueOf(unit) : String.format("\\u%04x", (int) unit));
    }
    return quoted.append('"').toString();
  }
}
