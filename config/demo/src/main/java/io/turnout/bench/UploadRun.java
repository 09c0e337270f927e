package io.turnout.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;

/// Brings files of links to a server as an org would, and fetches their addresses. Each file is of
/// people who are new, and lies ready before the time runs.
final class UploadRun {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double SECOND_NANOS = 1e9;
    private static final double MICRO_NANOS = 1e3;

    private final Bench bench;
    private final BenchHouse house;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private int files;
    private String last = "";
    private double fetchedPerSecond;

    UploadRun(Bench bench, BenchHouse house, Server server) {
        this.bench = bench;
        this.house = house;
        this.server = server;
    }

    /// An upload of so many, and that all of them are kept.
    Sample bring(int rows, String name, boolean table) throws Exception {
        Path file = file(rows, table);
        Sample.Used before = used();
        long start = System.nanoTime();
        send(file, rows, table);
        double nanos = System.nanoTime() - start;
        Sample.Used used = used().minus(before);
        Files.delete(file);
        double none = Double.NaN;
        return new Sample(
                name,
                1,
                rows * SECOND_NANOS / nanos,
                none,
                none,
                0,
                used.server().toNanos() / MICRO_NANOS / rows,
                used.database().toNanos() / MICRO_NANOS / rows,
                (double) used.walBytes() / rows);
    }

    /// The same beside something else that is measured.
    CompletableFuture<Void> bringMeanwhile(int rows) throws IOException {
        Path file = file(rows, false);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        send(file, rows, false);
                    } catch (IOException | InterruptedException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
    }

    private Sample.Used used() throws IOException {
        return new Sample.Used(server.cpu(), bench.postgres().cpu(), bench.postgres().walBytes());
    }

    private void send(Path file, int rows, boolean table) throws IOException, InterruptedException {
        last = house.beginUpload(Fair.HOT, "bench-" + ++files);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url(last))
                        .header("Content-Type", table ? "text/csv" : "application/x-ndjson")
                        .PUT(HttpRequest.BodyPublishers.ofFile(file));
        HttpRequest sent =
                table ? request.header("Content-Encoding", "gzip").build() : request.build();
        HttpResponse<String> answer =
                client.send(sent, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode report = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || report.path("kept").asInt() != rows) {
            throw new IllegalStateException("not all was kept: " + answer.body());
        }
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private Path file(int rows, boolean table) throws IOException {
        Path file = bench.folder().resolve("upload-" + ++files);
        try (OutputStream bytes = Files.newOutputStream(file);
                OutputStream packed = table ? new GZIPOutputStream(bytes) : bytes;
                Writer out = new OutputStreamWriter(packed, StandardCharsets.UTF_8)) {
            if (table) {
                out.write("id,email,name,title,company,phone\r\n");
            }
            String row =
                    table
                            ? "u%1$d-%2$d,guest%2$d.%1$d@example.com,Guest %2$d,Engineer,"
                                    + "Example Works,0%2$d\r\n"
                            : """
                            {"id":"u%1$d-%2$d","email":"guest%2$d.%1$d@example.com",\
                            "name":"Guest %2$d","title":"Engineer","company":"Example Works",\
                            "phone":"0%2$d"}
                            """;
            for (int n = 1; n <= rows; n++) {
                out.write(row.formatted(files, n));
            }
        }
        return file;
    }

    /// The paths at which programs open the links of the last upload, as many as it brought.
    List<String> paths(int rows) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest request =
                HttpRequest.newBuilder(url(last + "/links"))
                        .timeout(Duration.ofMinutes(5))
                        .header("Accept", "text/csv")
                        .build();
        HttpResponse<InputStream> answer =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        List<String> paths = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(answer.body(), StandardCharsets.US_ASCII))) {
            lines.lines().skip(1).map(UploadRun::path).forEach(paths::add);
        }
        fetchedPerSecond = rows * SECOND_NANOS / (System.nanoTime() - start);
        if (paths.size() != rows) {
            throw new IllegalStateException(paths.size() + " addresses of " + rows);
        }
        return paths;
    }

    private static String path(String line) {
        return "/v1/orgs/" + Fair.HOT.org() + "/links/" + line.substring(line.lastIndexOf('/') + 1);
    }

    /// How quickly they came.
    Sample fetched() {
        return Sample.ofRate(ManyLinks.ADDRESSES, 1, fetchedPerSecond);
    }
}
