package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.schema.Field;
import io.turnout.simulator.schema.FieldType;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Picklist;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.wire.Json;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects and fields in the words of `describe`.
final class DescribeJson {
    ObjectNode brief(ObjectType type, String root) {
        String url = root + "/sobjects/" + type.name();
        boolean writable = type.isWritable();
        ObjectNode node = Json.object();
        node.put("name", type.name());
        node.put("label", type.label());
        node.put("labelPlural", type.label() + "s");
        node.put("keyPrefix", type.keyPrefix());
        node.put("custom", type.isCustom());
        node.put("customSetting", false);
        node.put("createable", writable);
        node.put("updateable", writable);
        node.put("deletable", writable);
        node.put("queryable", true);
        node.put("retrieveable", true);
        node.put("searchable", false);
        node.put("layoutable", true);
        node.put("mergeable", false);
        node.put("replicateable", true);
        node.put("triggerable", true);
        node.put("undeletable", false);
        node.put("deprecatedAndHidden", false);
        node.put("feedEnabled", false);
        node.put("hasSubtypes", false);
        node.put("isSubtype", false);
        node.put("isInterface", false);
        node.put("mruEnabled", false);
        node.put("activateable", false);
        ObjectNode urls = node.putObject("urls");
        urls.put("sobject", url);
        urls.put("describe", url + "/describe");
        urls.put("rowTemplate", url + "/{ID}");
        return node;
    }

    ObjectNode full(ObjectType type, Collection<ObjectType> all, String root) {
        ObjectNode node = brief(type, root);
        ArrayNode fields = node.putArray("fields");
        type.shown().forEach(field -> fields.add(field(field)));
        ArrayNode children = node.putArray("childRelationships");
        for (ObjectType child : all) {
            child.shown().forEach(field -> child(children, type, child, field));
        }
        ObjectNode master = node.putArray("recordTypeInfos").addObject();
        master.put("active", true).put("available", true);
        master.put("defaultRecordTypeMapping", true).put("master", true);
        master.put("name", "Master").put("developerName", "Master");
        master.put("recordTypeId", "012000000000000AAA");
        node.set("namedLayoutInfos", Json.array());
        node.set("supportedScopes", Json.array());
        node.set("actionOverrides", Json.array());
        return node;
    }

    private static void child(ArrayNode to, ObjectType parent, ObjectType child, Field field) {
        Field.Reference reference = field.reference();
        if (reference != null && reference.target().equals(parent.name())) {
            ObjectNode node = to.addObject();
            node.put("childSObject", child.name());
            node.put("field", field.name());
            String children = reference.children();
            node.put("relationshipName", children.isEmpty() ? null : children);
            node.put("cascadeDelete", field.is(Trait.MASTER_DETAIL));
            node.put("restrictedDelete", false);
            node.put("deprecatedAndHidden", false);
        }
    }

    private static ObjectNode field(Field field) {
        boolean writable = !field.is(Trait.READ_ONLY);
        boolean number = field.type() == FieldType.DOUBLE || field.type() == FieldType.CURRENCY;
        boolean text = field.type().isText();
        ObjectNode node = Json.object();
        node.put("name", field.name());
        node.put("label", field.label());
        node.put("type", field.type().text());
        node.put("soapType", field.type().soap());
        node.put("length", field.length());
        node.put("byteLength", field.length() * 3);
        node.put("digits", field.type() == FieldType.INT ? 9 : 0);
        node.put("precision", number ? 18 : 0);
        node.put("scale", field.type() == FieldType.CURRENCY ? 2 : 0);
        node.put("nillable", nillable(field));
        node.put("createable", writable);
        node.put("updateable", writable && !field.is(Trait.FIXED));
        node.put("cascadeDelete", field.is(Trait.MASTER_DETAIL));
        node.put("defaultedOnCreate", defaulted(field));
        node.put("externalId", field.is(Trait.EXTERNAL_ID));
        node.put("idLookup", field.is(Trait.EXTERNAL_ID) || field.type() == FieldType.ID);
        node.put("unique", field.is(Trait.UNIQUE));
        node.put("caseSensitive", field.is(Trait.CASE_SENSITIVE));
        node.put("custom", field.isCustom());
        node.put("calculated", false);
        node.put("autoNumber", field.is(Trait.AUTO_NUMBER));
        node.put("nameField", field.name().equals("Name"));
        node.put("filterable", field.type() != FieldType.TEXTAREA);
        node.put("sortable", field.type() != FieldType.TEXTAREA);
        node.put("groupable", text && field.type() != FieldType.TEXTAREA);
        node.put("dependentPicklist", false);
        node.put("deprecatedAndHidden", false);
        node.put("htmlFormatted", false);
        node.put("namePointing", false);
        node.put("encrypted", false);
        picklist(node, field.picklist());
        reference(node, field);
        return node;
    }

    private static boolean nillable(Field field) {
        return field.type() != FieldType.BOOLEAN
                && !field.is(Trait.REQUIRED)
                && field.index() != Field.SYSTEM;
    }

    private static boolean defaulted(Field field) {
        return field.index() == Field.SYSTEM
                || field.type() == FieldType.BOOLEAN
                || field.is(Trait.AUTO_NUMBER)
                || (field.name().equals("Name") && !field.is(Trait.REQUIRED));
    }

    private static void picklist(ObjectNode node, @Nullable Picklist picklist) {
        ArrayNode values = node.putArray("picklistValues");
        node.put("restrictedPicklist", picklist != null && picklist.restricted());
        for (String value : picklist == null ? List.<String>of() : picklist.values()) {
            ObjectNode one = values.addObject().put("active", true).put("defaultValue", false);
            one.put("label", value).putNull("validFor").put("value", value);
        }
    }

    private static void reference(ObjectNode node, Field field) {
        ArrayNode to = node.putArray("referenceTo");
        Field.Reference reference = field.reference();
        if (reference == null) {
            node.putNull("relationshipName");
        } else {
            to.add(reference.target());
            node.put("relationshipName", reference.relationship());
        }
    }
}
