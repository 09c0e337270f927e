package io.turnout.config.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A browser with one form, which keeps its cookies and goes where it is sent.
final class Visitor {
    private final String form;
    private final HttpClient wire;
    private final Map<String, String> cookies = new TreeMap<>();
    private URI here;

    Visitor(int number, URI house, HttpClient wire) {
        this.here = house.resolve("/o/%s/e/%s".formatted(Street.ORG, Street.EVENT));
        this.wire = wire;
        this.form =
                "people=1&p0.name=V+%d&p0.email=v%d%%40example.com&p0.item=%s&do=register"
                        .formatted(number, number, Street.TICKET);
    }

    /// Sends the form once, and notes what came back.
    HttpResponse<String> send() throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(here)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        HttpResponse<String> answer =
                wire.send(
                        cookies.isEmpty()
                                ? request.build()
                                : request.header("Cookie", cookies()).build(),
                        HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            int equals = pair.indexOf('=');
            var _ = cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        if (answer.statusCode() == 307) {
            here = here.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        return answer;
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
