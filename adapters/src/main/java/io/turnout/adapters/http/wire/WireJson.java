package io.turnout.adapters.http.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Our bodies, in and out. A form that a resource gets was within the limit, strict UTF-8, strict
/// JSON and valid; a resource meets no other.
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class WireJson implements MessageBodyReader<Form>, MessageBodyWriter<Object> {
    private final JsonMapper mapper = StrictMapper.create();
    private final Validator validator;

    public WireJson(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Form.class.isAssignableFrom(type);
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream entity) {
        byte[] body = read(entity);
        if (body.length > Body.BYTES_MAX) {
            throw refusal(ProblemType.PAYLOAD_TOO_LARGE, "at most 64 KiB");
        }
        return type.isAssignableFrom(SignedBody.class)
                ? new SignedBody(body, this)
                : form(type, body);
    }

    /// The form that a body is, strictly.
    Form form(Class<? extends Form> type, byte[] body) {
        String text =
                Utf8.decode(body)
                        .orElseThrow(() -> refusal(ProblemType.MALFORMED, "not strict UTF-8"));
        Form form = parse(type, text);
        if (form == null) {
            throw refusal(ProblemType.MALFORMED, "null is no request");
        }
        Set<ConstraintViolation<Form>> violations = validator.validate(form);
        if (!violations.isEmpty()) {
            throw Problem.invalid(Violations.of(violations)).toException();
        }
        return form;
    }

    private static byte[] read(InputStream entity) {
        try {
            return entity.readNBytes(Body.BYTES_MAX + 1);
        } catch (IOException broken) {
            throw notWhole();
        }
    }

    static RuntimeException notWhole() {
        return refusal(ProblemType.MALFORMED, "the body did not arrive whole");
    }

    private @Nullable Form parse(Class<? extends Form> type, String text) {
        try {
            return mapper.readValue(text, type);
        } catch (JacksonException refusal) {
            throw JsonRefusal.of(refusal).toException();
        }
    }

    private static RuntimeException refusal(ProblemType type, String detail) {
        return Problem.of(type, detail).toException();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return View.class.isAssignableFrom(type) || type == Problem.class;
    }

    @Override
    public void writeTo(
            Object body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream entity)
            throws IOException {
        entity.write(bytes(body));
    }

    /// A view or a problem, as it goes out.
    byte[] bytes(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JacksonException bug) {
            throw new IllegalStateException("our own views can be written", bug);
        }
    }
}
