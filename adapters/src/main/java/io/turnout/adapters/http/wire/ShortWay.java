package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.FailureMapper;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// The way around servlets and Jersey for the few forms that very many send at once: the same
/// reader, the same resource and the same words (decision 0013). It takes only what is plain in
/// every respect; whatever is not goes the long way, which knows what to say.
public final class ShortWay extends Handler.Wrapper {
    private static final String PREFIX = "/v1/orgs/";
    private static final String EVENTS = "/events/";
    private static final String JSON = "application/json";

    private final Map<String, Route<?>> routes;
    private final WireJson json;
    private final FailureMapper failures = new FailureMapper();

    /// @param json what reads and writes bodies on the long way as well
    public ShortWay(WireJson json, List<Route<?>> routes) {
        this.json = json;
        this.routes = routes.stream().collect(Collectors.toMap(Route::name, route -> route));
    }

    /// A form that is sent to `/v1/orgs/{org}/events/{event}/` and this name.
    public record Route<F extends Form>(String name, Class<F> form, Taker<F> taker) {
        String template() {
            return PREFIX + "{org}" + EVENTS + "{event}/" + name;
        }
    }

    /// The resource behind a route.
    @FunctionalInterface
    public interface Taker<F extends Form> {
        jakarta.ws.rs.core.Response take(Call call, F form);
    }

    private record Found<F extends Form>(Route<F> route, OrgId org, EventId event) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Found<?>> found = plain(request) ? find(request) : Optional.empty();
        if (found.isEmpty()) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(RouteLog.ROUTE, found.get().route().template());
        answer(take(found.get(), request), response, callback);
        return true;
    }

    private static boolean plain(Request request) {
        return request.getMethod().equals("POST")
                && request.getLength() > 0
                && request.getLength() <= Body.BYTES_MAX
                && JSON.equalsIgnoreCase(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                && accepts(request.getHeaders().get(HttpHeader.ACCEPT));
    }

    private static boolean accepts(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(JSON);
    }

    private Optional<Found<?>> find(Request request) {
        String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        int events = path.indexOf(EVENTS);
        int name = path.lastIndexOf('/');
        int event = events + EVENTS.length();
        if (!path.startsWith(PREFIX) || events < PREFIX.length() || name <= event) {
            return Optional.empty();
        }
        Route<?> route = routes.get(path.substring(name + 1));
        if (route == null) {
            return Optional.empty();
        }
        try {
            OrgId org = new OrgId(path.substring(PREFIX.length(), events));
            return Optional.of(new Found<>(route, org, new EventId(path.substring(event, name))));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private <F extends Form> jakarta.ws.rs.core.Response take(Found<F> found, Request request) {
        Call call =
                new Call(
                        found.org(),
                        found.event(),
                        request.getHeaders().getValuesList(Call.KEY),
                        request.getHeaders().get(Call.TICKET),
                        request::getAttribute);
        try {
            F form = found.route().form().cast(json.form(found.route().form(), body(request)));
            return found.route().taker().take(call, form);
        } catch (WebApplicationException refusal) {
            jakarta.ws.rs.core.Response answer = refusal.getResponse();
            return answer.hasEntity() ? answer : failures.toResponse(refusal);
        } catch (RuntimeException failure) {
            return failures.toResponse(failure);
        }
    }

    /// It is all here, or it broke off: nobody gets this far before.
    private static byte[] body(Request request) {
        try {
            return BufferUtil.toArray(Content.Source.asByteBuffer(request));
        } catch (IOException broken) {
            throw WireJson.notWhole();
        }
    }

    private void answer(jakarta.ws.rs.core.Response answer, Response response, Callback callback) {
        byte[] body = json.bytes(answer.getEntity());
        response.setStatus(answer.getStatus());
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(one -> add(response, name, one)));
        MediaType media = answer.getMediaType();
        response.getHeaders()
                .put(
                        HttpHeader.CONTENT_TYPE,
                        media == null ? JSON : media.getType() + "/" + media.getSubtype());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static void add(Response response, String name, Object value) {
        response.getHeaders().add(new HttpField(name, value.toString()));
    }
}
