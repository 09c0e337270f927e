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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

/// The way around servlets and Jersey for the few forms that very many send at once, and for links
/// that very many open: the same reader, the same resource and the same words (decision 0013). It
/// takes only what is plain in every respect; whatever is not goes the long way, which knows what
/// to say.
public final class ShortWay extends Handler.Wrapper {
    private static final String PREFIX = "/v1/orgs/";
    private static final String EVENTS = "/events/";
    private static final String JSON = "application/json";

    /// What needs no decoding.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Map<String, Route<?>> routes;
    private final Map<String, Look> looks;
    private final WireJson json;
    private final FailureMapper failures = new FailureMapper();

    /// @param json what reads and writes bodies on the long way as well
    public ShortWay(WireJson json, List<Route<?>> routes, List<Look> looks) {
        this.json = json;
        this.routes = routes.stream().collect(Collectors.toMap(Route::name, route -> route));
        this.looks = looks.stream().collect(Collectors.toMap(Look::name, look -> look));
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

    /// What is asked for at `/v1/orgs/{org}/`, this name, and one word more.
    ///
    /// @param word what stands for the word in the log
    public record Look(String name, String word, Looker looker) {
        String template() {
            return PREFIX + "{org}/" + name + "/" + word;
        }
    }

    /// The resource behind a look, which is told what the doors before noted of the request.
    @FunctionalInterface
    public interface Looker {
        jakarta.ws.rs.core.Response look(
                OrgId org, String word, Function<String, @Nullable Object> notes);
    }

    /// A request that is taken here: how the log calls it, and what answers it.
    private record Taken(String template, Supplier<jakarta.ws.rs.core.Response> answer) {}

    private record Found<F extends Form>(Route<F> route, OrgId org, EventId event) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Taken> taken = take(request);
        if (taken.isEmpty()) {
            return super.handle(request, response, callback);
        }
        request.setAttribute(RouteLog.ROUTE, taken.get().template());
        answer(said(taken.get().answer()), response, callback);
        return true;
    }

    private Optional<Taken> take(Request request) {
        if (!accepts(request.getHeaders().get(HttpHeader.ACCEPT))) {
            return Optional.empty();
        }
        if (isForm(request)) {
            return find(request)
                    .map(found -> new Taken(found.route().template(), () -> take(found, request)));
        }
        return isLook(request) ? look(request) : Optional.empty();
    }

    private static boolean isForm(Request request) {
        return request.getMethod().equals("POST")
                && request.getLength() > 0
                && request.getLength() <= Body.BYTES_MAX
                && JSON.equalsIgnoreCase(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    }

    private static boolean isLook(Request request) {
        return request.getMethod().equals("GET")
                && !request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private Optional<Taken> look(Request request) {
        String path = path(request);
        int name = path.indexOf('/', PREFIX.length());
        int word = path.indexOf('/', name + 1);
        if (!path.startsWith(PREFIX) || name < 0 || word < 0) {
            return Optional.empty();
        }
        Look look = looks.get(path.substring(name + 1, word));
        String said = path.substring(word + 1);
        if (look == null || !WORD.matcher(said).matches()) {
            return Optional.empty();
        }
        try {
            OrgId org = new OrgId(path.substring(PREFIX.length(), name));
            return Optional.of(
                    new Taken(
                            look.template(),
                            () -> look.looker().look(org, said, request::getAttribute)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    private static boolean accepts(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(JSON);
    }

    private Optional<Found<?>> find(Request request) {
        String path = path(request);
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
        F form = found.route().form().cast(json.form(found.route().form(), body(request)));
        return found.route().taker().take(call, form);
    }

    private jakarta.ws.rs.core.Response said(Supplier<jakarta.ws.rs.core.Response> work) {
        try {
            return work.get();
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
