package io.turnout.simulator.schema;

import org.jspecify.annotations.Nullable;

/// The field types that are modelled, with the names `describe` gives them.
public enum FieldType {
    ID("id", "tns:ID"),
    STRING("string", "xsd:string"),
    TEXTAREA("textarea", "xsd:string"),
    EMAIL("email", "xsd:string"),
    PHONE("phone", "xsd:string"),
    URL("url", "xsd:string"),
    PICKLIST("picklist", "xsd:string"),
    BOOLEAN("boolean", "xsd:boolean"),
    DOUBLE("double", "xsd:double"),
    CURRENCY("currency", "xsd:double"),
    INT("int", "xsd:int"),
    DATE("date", "xsd:date"),
    DATETIME("datetime", "xsd:dateTime"),
    REFERENCE("reference", "tns:ID");

    private final String text;
    private final String soap;

    FieldType(String text, String soap) {
        this.text = text;
        this.soap = soap;
    }

    public String text() {
        return text;
    }

    public String soap() {
        return soap;
    }

    /// What a field nobody filled holds: a box is then not ticked, everything else is empty.
    public @Nullable Object nothing() {
        return switch (this) {
            case BOOLEAN -> false;
            default -> null;
        };
    }

    public boolean isText() {
        return switch (this) {
            case STRING, TEXTAREA, EMAIL, PHONE, URL, PICKLIST -> true;
            default -> false;
        };
    }

    /// Whether rows may be found by a field of this type.
    boolean isKey() {
        return this == STRING || this == EMAIL || isNumber();
    }

    public boolean isNumber() {
        return this == DOUBLE || this == CURRENCY || this == INT;
    }
}
