package org.portfolioledger.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.vocabulary.Provenance;

/** Facts about a register: the record of one organisation. Stream {@code register-{id}}. */
public sealed interface RegisterFact extends GovernanceFact {

    /** The register began. */
    record RegisterOpened(String register, String name, Provenance provenance) implements RegisterFact, Opening {}

    /** The migration ended: facts recorded from now on are known from the moment of recording. */
    record RegisterWentLive(String register, Provenance provenance) implements RegisterFact {}

    /**
     * The tables of a data standard were defined, by which the data of initiatives is judged from that day on. They take the
     * place of those that were in force before.
     *
     * @param version 1, 2, 3, …; a version never changes once it is defined
     * @param title of the standard and its version, in the source's words
     * @param entities each once
     */
    record DataStandardDefined(
            String register, int version, String title, List<DataEntityTable> entities, Provenance provenance)
            implements RegisterFact {}

    /**
     * The table of one entity.
     *
     * @param required whether an initiative has at least one record of it
     * @param attributes each name once
     */
    record DataEntityTable(DataEntity entity, boolean required, List<DataAttribute> attributes) {}

    /**
     * An attribute of an entity.
     *
     * @param name in the words of the standard
     * @param required whether each record has it
     * @param path of ours from which it is read
     * @param format that its values have; null: any
     * @param allowedValues that it may have; empty: any
     * @param longest most characters of a value; null: any number
     * @param withinDays number of days within which it is stated again; null: see {@code updated}
     * @param updated how often it is stated again; null with {@code withinDays} null: it need not be
     */
    record DataAttribute(
            String name,
            boolean required,
            String path,
            @Nullable DataFormat format,
            List<String> allowedValues,
            @Nullable Integer longest,
            @Nullable Integer withinDays,
            @Nullable UpdateFrequency updated) {}

    /** An entity of the government's programme and project data standard. */
    enum DataEntity {
        /** What the initiative is. */
        PROJECT_FEATURES,
        RISK,
        ISSUE,
        BENEFIT,
        MILESTONE,
        COST,
        PEOPLE
    }

    /** The form of a value. */
    enum DataFormat {
        TEXT,
        /** A day of the calendar, as 2026-12-31. */
        DATE,
        WHOLE_NUMBER,
        /** A number with decimals or without, as 1250.50. */
        NUMBER
    }

    /** How often an attribute is stated again. */
    enum UpdateFrequency {
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }
}
