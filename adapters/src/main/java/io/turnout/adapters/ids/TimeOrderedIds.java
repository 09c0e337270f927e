package io.turnout.adapters.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import io.turnout.application.registration.IdSource;
import java.util.UUID;

/// UUIDv7 (RFC 9562): unique everywhere, and new rows stand at the end of an index.
public final class TimeOrderedIds implements IdSource {
    @Override
    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
