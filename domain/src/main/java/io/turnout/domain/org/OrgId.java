package io.turnout.domain.org;

/// A customer: the 18-character id of its Salesforce org. It comes first in every key.
public record OrgId(String value) {
    private static final String PREFIX = "00D";

    public OrgId {
        value = RecordId.complete(value);
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("the id of an org starts with " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
