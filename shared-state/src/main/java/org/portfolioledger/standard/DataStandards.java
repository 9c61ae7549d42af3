package org.portfolioledger.standard;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.RegisterFact.DataAttribute;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataEntityTable;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.standard.DataFault.DataFaultKind;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.RegisterState.DataStandard;

/** Judges what is on record of an initiative by the tables of a data standard. */
public final class DataStandards {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");
    private static final int DAYS_IN_WEEK = 7;
    private static final int MONTHS_IN_QUARTER = 3;
    private static final int MONTHS_IN_HALF_YEAR = 6;

    private DataStandards() {}

    /** All that the tables find wrong on a day, in their order. */
    public static List<DataFault> faults(DataStandard standard, DeliveryRecord of, LocalDate asOf) {
        List<DataFault> faults = new ArrayList<>();
        for (DataEntityTable table : standard.entities()) {
            List<DataRecord> records = DataSources.records(table.entity(), of);
            for (DataAttribute attribute : table.attributes()) {
                Judge judge = new Judge(of.initiative().initiative(), table.entity(), attribute, asOf, faults::add);
                if (records.isEmpty() && table.required()) judge.nothing();
                records.forEach(judge::judge);
            }
        }
        return faults;
    }

    /** Judges one attribute of records. */
    private record Judge(
            String initiative, DataEntity entity, DataAttribute attribute, LocalDate asOf, Consumer<DataFault> faults) {

        void nothing() {
            if (attribute.required())
                note(null, DataFaultKind.MISSING, "nothing of the entity is on record", null, null);
        }

        void judge(DataRecord each) {
            Grounded<List<String>> value = each.value(attribute.path());
            if (value == null) {
                if (attribute.required()) note(each.id(), DataFaultKind.MISSING, "it is not stated", null, null);
                return;
            }
            value.value().stream()
                    .flatMap(text -> Stream.ofNullable(malformed(attribute, text)))
                    .findFirst()
                    .ifPresent(detail -> note(each.id(), DataFaultKind.MALFORMED, detail, value, null));
            LocalDate until = each.ended() ? null : freshUntil(attribute, value);
            if (until != null && asOf.isAfter(until))
                note(each.id(), DataFaultKind.STALE, "it was to be stated again by " + until, value, until);
        }

        private void note(
                @Nullable String id,
                DataFaultKind fault,
                String detail,
                @Nullable Grounded<List<String>> value,
                @Nullable LocalDate freshUntil) {
            faults.accept(new DataFault(
                    initiative, entity, id, attribute.name(), attribute.path(), fault, detail, value, freshUntil));
        }
    }

    /** The last day on which a value is not too old; null: it is never. A date less precise than a day counts from the last day of its period. */
    static @Nullable LocalDate freshUntil(DataAttribute attribute, Grounded<?> value) {
        LocalDate stated = value.precision() == null
                ? value.since()
                : value.precision().endOfPeriod(value.since()).minusDays(1);
        if (attribute.withinDays() != null) return stated.plusDays(attribute.withinDays());
        if (attribute.updated() == null) return null;
        return switch (attribute.updated()) {
            case WEEKLY -> stated.plusDays(DAYS_IN_WEEK);
            case MONTHLY -> stated.plusMonths(1);
            case QUARTERLY -> stated.plusMonths(MONTHS_IN_QUARTER);
            case HALF_YEARLY -> stated.plusMonths(MONTHS_IN_HALF_YEAR);
            case YEARLY -> stated.plusYears(1);
        };
    }

    /** What is wrong with the form of a value; null: nothing is. */
    static @Nullable String malformed(DataAttribute attribute, String text) {
        DataFormat format = attribute.format();
        if (format != null && !has(format, text)) return "it is not in the form " + format;
        if (attribute.longest() != null && text.codePointCount(0, text.length()) > attribute.longest())
            return "it is longer than %s characters".formatted(attribute.longest());
        if (!attribute.allowedValues().isEmpty()
                && attribute.allowedValues().stream().noneMatch(text::equalsIgnoreCase))
            return "it is not one of the allowed values";
        return null;
    }

    private static boolean has(DataFormat format, String text) {
        return switch (format) {
            case TEXT -> true;
            case DATE -> isDate(text);
            case WHOLE_NUMBER -> WHOLE.matcher(text).matches();
            case NUMBER -> DECIMAL.matcher(text).matches();
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
