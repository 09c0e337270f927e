package io.turnout.adapters.http.crossing;

import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.wire.HopByHop;
import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Reply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A request as it goes on to another stack, and the answer as it comes back. What belongs to one
/// connection stays there; all the rest is handed on as it is.
final class Onward {
    private static final Set<String> OF_EACH_STACK =
            Set.of(lower(HopSeal.HEADER), lower(HomeHeader.NAME), lower(Correlation.HEADER));
    private static final Set<String> OF_EACH_ANSWER = Set.of("date", "server");

    private Onward() {}

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPathQuery(), "/");
    }

    static Message message(Request request, byte[] body, String hop) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            if (goesOn(field.getName())) {
                headers.computeIfAbsent(field.getName(), _ -> new ArrayList<>())
                        .add(Objects.requireNonNullElse(field.getValue(), ""));
            }
        }
        var _ = headers.put(HopSeal.HEADER, List.of(hop));
        Object correlation = request.getAttribute(Correlation.ATTRIBUTE);
        var _ = headers.put(Correlation.HEADER, List.of(String.valueOf(correlation)));
        return new Message(request.getMethod(), path(request), host(request), headers, body);
    }

    private static String host(Request request) {
        String given = request.getHeaders().get("Host");
        return given == null || given.isBlank() ? "localhost" : given;
    }

    private static boolean goesOn(String name) {
        return !HopByHop.isOne(name) && !OF_EACH_STACK.contains(lower(name));
    }

    static void answer(Reply.Answered answer, Response response, Callback callback) {
        head(answer.status(), answer.headers(), response);
        response.getHeaders().put("Content-Length", answer.body().length);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }

    static void head(int status, Map<String, List<String>> headers, Response response) {
        response.setStatus(status);
        HttpFields.Mutable own = response.getHeaders();
        headers.forEach(
                (name, values) -> {
                    if (goesOn(name) && !OF_EACH_ANSWER.contains(lower(name))) {
                        own.put(name, values);
                    }
                });
    }
}
