package io.turnout.adapters.http.rows;

import io.turnout.adapters.http.text.Text;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.event.EventId;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a link of the values of a row, or says what is wrong with it. Used row by row.
final class RowMaker {
    private static final Pattern USES = Pattern.compile("[0-9]{1,3}");
    private static final char UNDECODED = '\uFFFD';

    private final Validator validator;
    private final EventId event;
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Set<RowFault> faults = EnumSet.noneOf(RowFault.class);
    private int dropped;

    RowMaker(Validator validator, EventId event) {
        this.validator = validator;
        this.event = event;
    }

    /// Whatever was told of the last row is forgotten.
    void begin() {
        values.clear();
        faults.clear();
        dropped = 0;
    }

    /// An empty value is none.
    void put(Field field, String value) {
        if (value.indexOf(UNDECODED) >= 0) {
            fault(RowFault.NOT_UTF_8);
        } else if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    /// There is something that is no value of this field.
    void wrong(Field field) {
        fault(field.invalid());
    }

    void fault(RowFault fault) {
        faults.add(fault);
    }

    /// There is a value of a field that is none of ours.
    void drop() {
        dropped++;
    }

    UploadRow row() {
        Integer uses = uses(values.get(Field.USES));
        String id = values.get(Field.ID);
        String email = values.get(Field.EMAIL);
        if (!faults.isEmpty()) {
            return bad();
        }
        if (id == null || email == null) {
            fault(id == null ? RowFault.ID_MISSING : RowFault.EMAIL_MISSING);
            return bad();
        }
        RowForm form =
                new RowForm(
                        id,
                        email,
                        values.get(Field.NAME),
                        values.get(Field.TITLE),
                        values.get(Field.COMPANY),
                        uses);
        validator.validate(form).forEach(violation -> fault(fault(violation)));
        return faults.isEmpty() ? new UploadRow.Good(link(form), dropped) : bad();
    }

    /// One fault is told, the first there is a word for.
    private UploadRow bad() {
        return new UploadRow.Bad(faults.iterator().next(), dropped);
    }

    private @Nullable Integer uses(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!USES.matcher(text).matches()) {
            wrong(Field.USES);
            return null;
        }
        return Integer.valueOf(text);
    }

    private static RowFault fault(ConstraintViolation<RowForm> violation) {
        return Field.of(violation.getPropertyPath().toString()).orElseThrow().invalid();
    }

    private Link link(RowForm form) {
        Integer uses = form.uses();
        return new Link(
                new Reference(form.id()),
                event,
                uses == null ? 1 : uses,
                new Prefill(
                        Text.normal(form.email()),
                        Optional.ofNullable(form.name()).map(Text::normal),
                        Optional.ofNullable(form.title()).map(Text::normal),
                        Optional.ofNullable(form.company()).map(Text::normal)));
    }
}
