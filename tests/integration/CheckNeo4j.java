// Neo4j embedded: java CheckNeo4j.java JOB… where a JOB is three words:
//   imported HOME OUT   opens a database that neo4j-admin made and writes what is in it
//   loaded FOLDER OUT   runs FOLDER/load.cypher twice on a stock server's settings and writes what is in it after each (OUT, OUT.again)
// What is in it: a JSON object a line, {"labels", "properties"} or {"type", "from", "to", "properties"}; names of ends are their "id".
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;

public class CheckNeo4j {
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
    if (value instanceof Object[] list) return Arrays.stream(list).map(CheckNeo4j::json).collect(Collectors.joining(",", "[", "]"));
    if (value instanceof Number || value instanceof Boolean) return value.toString();
    return quote(value.toString());
  }

  static String properties(Entity entity) {
    return new TreeMap<>(entity.getAllProperties()).entrySet().stream().map(e -> quote(e.getKey()) + ":" + json(e.getValue())).collect(Collectors.joining(",", "{", "}"));
  }

  static void dump(GraphDatabaseService graph, Path out) throws Exception {
    var lines = new ArrayList<String>();
    try (var tx = graph.beginTx(); var nodes = tx.getAllNodes(); var relationships = tx.getAllRelationships()) {
      nodes.stream().forEach(n -> {
        var labels = new ArrayList<String>();
        for (Label label : n.getLabels()) labels.add(label.name());
        labels.sort(null);
        lines.add("{\"labels\":" + json(labels.toArray()) + ",\"properties\":" + properties(n) + "}");
      });
      relationships.stream().forEach(r -> lines.add("{\"type\":" + quote(r.getType().name()) + ",\"from\":" + json(r.getStartNode().getProperty("id"))
          + ",\"to\":" + json(r.getEndNode().getProperty("id")) + ",\"properties\":" + properties(r) + "}"));
      var constraints = new ArrayList<String>();
      tx.schema().getConstraints().forEach(c -> constraints.add(c.getLabel().name() + "." + String.join(",", c.getPropertyKeys())));
      constraints.sort(null);
      lines.add("{\"constraints\":" + json(constraints.toArray()) + "}");
    }
    lines.sort(null);
    try (var file = new PrintWriter(out.toFile(), "UTF-8")) { lines.forEach(file::println); }
    System.out.println(out + ": " + (lines.size() - 1) + " nodes and relationships");
  }

  static DatabaseManagementService start(Path home, Path tables) {
    var builder = new DatabaseManagementServiceBuilder(home).setConfig(GraphDatabaseSettings.pagecache_memory, 64L << 20);
    if (tables != null) builder.setConfig(GraphDatabaseSettings.load_csv_file_url_root, tables.toAbsolutePath());
    return builder.build();
  }

  static void run(GraphDatabaseService graph, String script) {
    for (String statement : script.split(";\n"))
      if (!statement.isBlank()) graph.executeTransactionally(statement, Map.of(), rows -> { while (rows.hasNext()) rows.next(); return null; });
  }

  static void loaded(Path folder, Path out) throws Exception {
    Path home = Files.createTempDirectory(out.toAbsolutePath().getParent(), "neo4j");
    var server = start(home, folder);
    var graph = server.database("neo4j");
    String script = Files.readString(folder.resolve("load.cypher"));
    run(graph, script);
    dump(graph, out);
    run(graph, script);
    dump(graph, Path.of(out + ".again"));
    server.shutdown();
    try (var files = Files.walk(home)) { for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file); }
  }

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i + 2 < arguments.length; i += 3) {
      Path from = Path.of(arguments[i + 1]), out = Path.of(arguments[i + 2]);
      if (arguments[i].equals("imported")) {
        var server = start(from, null);
        dump(server.database("neo4j"), out);
        server.shutdown();
      } else if (arguments[i].equals("loaded")) {
        loaded(from, out);
      } else {
        throw new IllegalArgumentException(arguments[i]);
      }
    }
    System.exit(0);
  }
}
