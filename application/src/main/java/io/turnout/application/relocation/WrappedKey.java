package io.turnout.application.relocation;

import io.turnout.application.privacy.OrgKeys.Name;
import java.time.Instant;

/// A key of an org, wrapped by the key management of the stack it stands in. It crosses to another
/// stack only unwrapped and wrapped anew.
@SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
public record WrappedKey(Name name, byte[] wrapped, Instant createdAt) {}
