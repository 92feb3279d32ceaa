// Reads a GEXF file by the Gephi toolkit and writes what Gephi has of it as JSON: java CheckGephi.java graph.gexf out.json
import java.io.File;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class CheckGephi {
  static String quote(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < 0x20 || c > 0x7e) out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  static String json(Object value) {
    if (value == null) return "null";
    if (value instanceof Object[] list) return Arrays.stream(list).map(CheckGephi::json).collect(Collectors.joining(",", "[", "]"));
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    return quote(value.toString());
  }

  static String fields(Element element, Table table) {
    var out = new StringBuilder();
    for (Column column : table) if (!column.isProperty()) out.append(',').append(quote(column.getTitle())).append(':').append(json(element.getAttribute(column)));
    return out.toString();
  }

  // First and last day of each interval, in UTC.
  static String intervals(Element element) {
    var list = element.getIntervals();
    if (list == null || list.length == 0) return "";
    return ",\"intervals\":" + Arrays.stream(list).map(i -> "[" + day(i.getLow()) + "," + day(i.getHigh()) + "]").collect(Collectors.joining(",", "[", "]"));
  }

  static String day(double milliseconds) {
    return Double.isInfinite(milliseconds) ? "null" : quote(Instant.ofEpochMilli((long) milliseconds).toString().substring(0, 10));
  }

  public static void main(String[] arguments) throws Exception {
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    var space = projects.getCurrentWorkspace();
    var importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    container.getLoader().setAutoScale(false);
    boolean severe = false;
    for (var it = container.getReport().getIssues(1000); it.hasNext();) {
      var issue = it.next();
      System.out.println(issue.getLevel() + " " + issue.getMessage());
      severe |= issue.getLevel() == Issue.Level.SEVERE || issue.getLevel() == Issue.Level.CRITICAL;
    }
    importer.process(container, new DefaultProcessor(), space);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(space);
    try (var out = new PrintWriter(arguments[1], "UTF-8")) {
      out.print("{\"nodes\":{");
      String comma = "";
      for (Node node : model.getGraph().getNodes().toArray()) {
        out.print(comma + quote(node.getId().toString()) + ":{\"label\":" + json(node.getLabel()) + ",\"color\":[" + (int) (node.r() * 255 + .5) + "," + (int) (node.g() * 255 + .5) + "," + (int) (node.b() * 255 + .5) + "],\"size\":" + node.size() + fields(node, model.getNodeTable()) + "}\n");
        comma = ",";
      }
      out.print("},\"edges\":{");
      comma = "";
      for (Edge edge : model.getGraph().getEdges().toArray()) {
        out.print(comma + quote(edge.getId().toString()) + ":{\"source\":" + quote(edge.getSource().getId().toString()) + ",\"target\":" + quote(edge.getTarget().getId().toString()) + ",\"kind\":" + json(edge.getTypeLabel()) + ",\"weight\":" + edge.getWeight() + intervals(edge) + fields(edge, model.getEdgeTable()) + "}\n");
        comma = ",";
      }
      out.print("}}");
    }
    System.exit(severe ? 1 : 0);
  }
}
