package org.portfolioledger.command.register;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.command.Decision;
import org.portfolioledger.command.EntryChecks;
import org.portfolioledger.command.Finding;
import org.portfolioledger.command.Findings;
import org.portfolioledger.command.register.RegisterCommand.DefineDataStandard;
import org.portfolioledger.events.RegisterFact;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataStandardDefined;
import org.portfolioledger.standard.DataSources;
import org.portfolioledger.state.RecordedFact;
import org.portfolioledger.state.RegisterState;
import org.portfolioledger.timeline.EffectiveEntry;
import org.portfolioledger.timeline.History;

/** The rules of a data standard's tables: versions, sizes, and that each attribute can be read. */
final class DataStandardTables {

    private static final int MOST_ATTRIBUTES = 500;
    private static final int MOST_VALUES = 200;
    private static final int MOST_VALUES_IN_ALL = 5_000;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_VALUE = 100_000;
    /** Days: ten years, as far as anything may be dated ahead. */
    private static final int LONGEST_FREQUENCY = 3_653;

    private DataStandardTables() {}

    static Decision<RegisterFact> define(DefineDataStandard define, History<RecordedFact, RegisterState> history) {
        List<DataStandardDefined> before =
                EntryChecks.facts(history.entries(), DataStandardDefined.class).toList();
        int version = define.version() == null
                ? EntryChecks.nextVersion(before, DataStandardDefined::version, number -> defined(define, number))
                : define.version();
        Findings findings = new Findings()
                .require(
                        version > 0,
                        Finding.of(
                                        RegisterRule.DATA_STANDARD_VERSION_TAKEN,
                                        "Version %s of the data standard is below 1".formatted(version))
                                .at("/version"));
        requireText(define.title(), "/title", findings);
        if (isOfFitSize(define.entities(), findings)) requireTables(define.entities(), findings);
        return Decision.of(defined(define, version), findings);
    }

    private static DataStandardDefined defined(DefineDataStandard define, int version) {
        return new DataStandardDefined(
                define.register(), version, define.title(), define.entities(), define.provenance());
    }

    /** What is far too large is refused as a whole, not part by part. */
    private static boolean isOfFitSize(List<DataEntityTable> tables, Findings findings) {
        List<DataAttribute> attributes =
                tables.stream().flatMap(table -> table.attributes().stream()).toList();
        int values = attributes.stream()
                .mapToInt(attribute -> attribute.allowedValues().size())
                .sum();
        boolean fits = attributes.size() <= MOST_ATTRIBUTES
                && values <= MOST_VALUES_IN_ALL
                && tables.size() <= DataEntity.values().length;
        findings.require(
                fits,
                tooLarge(
                        "The tables have %s entities, %s attributes and %s allowed values"
                                .formatted(tables.size(), attributes.size(), values),
                        "/entities"));
        return fits;
    }

    private static void requireTables(List<DataEntityTable> tables, Findings findings) {
        findings.require(
                        !tables.isEmpty(),
                        Finding.of(RegisterRule.DATA_STANDARD_WITHOUT_ATTRIBUTES, "No entity is stated")
                                .at("/entities"))
                .requireNamedOnce(
                        tables.stream()
                                .<@Nullable String>map(table -> table.entity().name())
                                .toList(),
                        i -> "/entities/" + i + "/entity");
        for (int i = 0; i < tables.size(); i++) {
            DataEntityTable table = tables.get(i);
            String pointer = "/entities/" + i + "/attributes";
            findings.require(
                    !table.attributes().isEmpty(),
                    Finding.of(
                                    RegisterRule.DATA_STANDARD_WITHOUT_ATTRIBUTES,
                                    "%s has no attribute".formatted(table.entity()))
                            .at(pointer));
            requireOnce(
                    table.attributes().stream().map(DataAttribute::name).toList(),
                    n -> pointer + "/" + n + "/name",
                    findings);
            for (int n = 0; n < table.attributes().size(); n++)
                requireAttribute(table.entity(), table.attributes().get(n), pointer + "/" + n, findings);
        }
    }

    private static void requireAttribute(
            DataEntity entity, DataAttribute attribute, String pointer, Findings findings) {
        requireText(attribute.name(), pointer + "/name", findings);
        requireText(attribute.path(), pointer + "/path", findings);
        findings.require(
                DataSources.isKnown(entity, attribute.path()),
                Finding.of(
                                RegisterRule.UNKNOWN_DATA_PATH,
                                "Attribute %s: there is no path %s of %s"
                                        .formatted(shown(attribute.name()), shown(attribute.path()), entity))
                        .at(pointer + "/path"));
        findings.require(
                attribute.withinDays() == null || attribute.updated() == null,
                Finding.of(
                                RegisterRule.AMBIGUOUS_UPDATE_FREQUENCY,
                                "Attribute %s is stated again within %s days and %s"
                                        .formatted(
                                                shown(attribute.name()), attribute.withinDays(), attribute.updated()))
                        .at(pointer + "/updated"));
        requireRange(attribute.withinDays(), LONGEST_FREQUENCY, pointer + "/withinDays", findings);
        requireRange(attribute.longest(), LONGEST_VALUE, pointer + "/longest", findings);
        List<String> values = attribute.allowedValues();
        String allowed = pointer + "/allowedValues";
        findings.require(
                values.size() <= MOST_VALUES,
                tooLarge(
                        "Attribute %s has %s allowed values".formatted(shown(attribute.name()), values.size()),
                        allowed));
        requireOnce(values, n -> allowed + "/" + n, findings);
        for (int n = 0; n < values.size(); n++) requireText(values.get(n), allowed + "/" + n, findings);
    }

    private static void requireRange(@Nullable Integer number, int most, String pointer, Findings findings) {
        findings.require(
                number == null || (number >= 1 && number <= most),
                Finding.of(
                                RegisterRule.DATA_LIMIT_OUT_OF_RANGE,
                                "%s is stated; 1 to %s are allowed".formatted(number, most))
                        .at(pointer));
    }

    private static void requireText(String text, String pointer, Findings findings) {
        int length = text.codePointCount(0, text.length());
        findings.require(
                length >= 1 && length <= LONGEST_TEXT, tooLarge("A text has %s characters".formatted(length), pointer));
    }

    /** Names are one whatever the case of their letters. */
    private static void requireOnce(List<String> names, IntFunction<String> pointer, Findings findings) {
        findings.requireNamedOnce(
                names.stream()
                        .<@Nullable String>map(name -> shown(name.toLowerCase(Locale.ROOT)))
                        .toList(),
                pointer);
    }

    private static Finding tooLarge(String detail, String pointer) {
        return Finding.of(RegisterRule.DATA_STANDARD_TOO_LARGE, detail).at(pointer);
    }

    /** A text as a refusal repeats it. */
    private static String shown(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** A version of the tables is defined once. */
    static List<Finding> definedTwice(List<EffectiveEntry<RecordedFact>> entries) {
        return EntryChecks.takenOnce(
                entries,
                fact -> fact instanceof DataStandardDefined defined ? defined.version() : null,
                version -> Finding.of(
                                RegisterRule.DATA_STANDARD_VERSION_TAKEN,
                                "Version %s of the data standard is already defined".formatted(version))
                        .at("/version"));
    }
}
