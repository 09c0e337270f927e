package io.turnout.adapters.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As much of a browser as a form needs: it keeps cookies, sends hidden fields along, and follows a
/// 307 with the same form.
final class Browser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final int HOPS_MAX = 5;

    private final Map<String, String> cookies = new TreeMap<>();
    private List<String> hidden = new ArrayList<>();

    HttpResponse<String> get(OpenHouse house, String path) {
        return noted(house.send(dressed(house.request(path))));
    }

    /// Presses a button of the form that was shown last.
    HttpResponse<String> press(OpenHouse house, String path, String button, String... fields) {
        List<String> all = new ArrayList<>(hidden);
        all.addAll(List.of(fields));
        all.add("do=" + button);
        String body = String.join("&", all);
        HttpResponse<String> answer = noted(house.send(form(house, path, body)));
        for (int hop = 0; hop < HOPS_MAX && answer.statusCode() == 307; hop++) {
            String there = answer.headers().firstValue("Location").orElseThrow();
            answer = noted(house.send(form(house, there, body)));
        }
        return answer;
    }

    private HttpRequest.Builder form(OpenHouse house, String path, String body) {
        return dressed(house.request(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder dressed(HttpRequest.Builder request) {
        return cookies.isEmpty() ? request : request.header("Cookie", cookies());
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /// As if somebody had put something else into a part of a cookie.
    void change(String name, int part, String value) {
        String[] parts = cookies.getOrDefault(name, "").split("\\.", -1);
        parts[part] = value;
        var _ = cookies.put(name, String.join(".", parts));
    }

    void forgetCookies() {
        cookies.clear();
    }

    private HttpResponse<String> noted(HttpResponse<String> answer) {
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String pair = cookie.substring(0, cookie.indexOf(';'));
            int equals = pair.indexOf('=');
            var _ = cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        if (answer.statusCode() != 307) {
            hidden = new ArrayList<>();
            Matcher field = HIDDEN.matcher(answer.body());
            while (field.find()) {
                String value = URLEncoder.encode(field.group(2), StandardCharsets.UTF_8);
                hidden.add(field.group(1) + "=" + value);
            }
        }
        return answer;
    }
}
