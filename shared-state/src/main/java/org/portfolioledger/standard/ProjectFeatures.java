package org.portfolioledger.standard;

import static org.portfolioledger.standard.DataTexts.part;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portfolioledger.events.InitiativeFact.Placement;
import org.portfolioledger.events.MilestoneFact.MilestoneKind;
import org.portfolioledger.events.RegisterFact.DataEntity;
import org.portfolioledger.events.RegisterFact.DataFormat;
import org.portfolioledger.state.Grounded;
import org.portfolioledger.state.MeasureState;
import org.portfolioledger.state.MeasureState.MeasureValue;
import org.portfolioledger.state.Milestone;
import org.portfolioledger.state.RagState.Rating;
import org.portfolioledger.vocabulary.StatedDate;

/** What an initiative is: one record of each. */
final class ProjectFeatures {

    static final DataSource<DeliveryRecord> SOURCE = new DataSource<>(
            DataEntity.PROJECT_FEATURES,
            of -> List.of(new DataSource.Part<>(of.initiative().initiative(), of, false)),
            List.of(
                    DataPath.text(
                            "id",
                            "its id",
                            of -> of.initiative().openedAs().as(of.initiative().initiative())),
                    DataPath.text("name", "its name", of -> of.initiative().name()),
                    DataPath.text(
                            "formerName",
                            "the name that it had before",
                            of -> of.initiative().formerName()),
                    DataPath.text(
                            "level",
                            "programme, project, workstream or work package",
                            of -> of.initiative().level()),
                    DataPath.text("tier", "its tier", of -> of.initiative().tier()),
                    DataPath.text(
                            "parent",
                            "id of the initiative above it",
                            of -> part(of.initiative().placement(), Placement::parent)),
                    DataPath.text(
                            "portfolio",
                            "id of the portfolio in which it lies directly",
                            of -> part(of.initiative().placement(), Placement::portfolio)),
                    DataPath.text(
                            "owners",
                            "the business groups that own it",
                            of -> of.initiative().owners()),
                    DataPath.text(
                            "closure", "why it ended", of -> of.initiative().closure()),
                    DataPath.text(
                            "stage",
                            "stage of its business case that began last",
                            of -> of.cases().isEmpty()
                                    ? null
                                    : of.cases().getLast().stage()),
                    DataPath.of(
                            "start",
                            DataFormat.DATE,
                            "first of its milestones of the kind START",
                            of -> first(of, MilestoneKind.START)),
                    DataPath.of(
                            "end",
                            DataFormat.DATE,
                            "last of its milestones of the kind END",
                            of -> last(of, MilestoneKind.END)),
                    DataPath.keyed(
                            "ratings",
                            "the rating of a criterion that was given last",
                            (of, criterion) -> part(rating(of, criterion), Rating::rating)),
                    DataPath.keyed(
                            "measures",
                            "the value of a measure that holds, by id of the measure",
                            (of, id) -> part(measured(of, id), MeasureValue::number)),
                    DataPath.keyed(
                            "aliases",
                            "the name that others give it, by scheme",
                            (of, scheme) -> of.initiative().aliases().get(scheme)),
                    DataPath.keyed(
                            "attributes",
                            "a further attribute, by name",
                            (of, name) -> of.initiative().attributes().get(name))));

    private ProjectFeatures() {}

    private static @Nullable Grounded<Rating> rating(DeliveryRecord of, String criterion) {
        return of.ratings().stream()
                .filter(rating -> rating.value().criterion().equalsIgnoreCase(criterion))
                .reduce((one, other) -> one.isBefore(other) ? other : one)
                .orElse(null);
    }

    /** None where documents contradict each other. */
    private static @Nullable Grounded<MeasureValue> measured(DeliveryRecord of, String id) {
        return of.measures().stream()
                .filter(measure -> measure.measure().equalsIgnoreCase(id))
                .map((Function<MeasureState, @Nullable Grounded<MeasureValue>>) MeasureState::present)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Grounded<StatedDate> first(DeliveryRecord of, MilestoneKind kind) {
        return dates(of, kind)
                .min(Comparator.comparing(date -> date.value().firstDay()))
                .orElse(null);
    }

    private static @Nullable Grounded<StatedDate> last(DeliveryRecord of, MilestoneKind kind) {
        return dates(of, kind)
                .max(Comparator.comparing(date -> date.value().lastDay()))
                .orElse(null);
    }

    private static Stream<Grounded<StatedDate>> dates(DeliveryRecord of, MilestoneKind kind) {
        return of.milestones() == null
                ? Stream.of()
                : of.milestones().milestones().values().stream()
                        .filter(milestone ->
                                milestone.kind() != null && milestone.kind().value() == kind)
                        .map((Function<Milestone, @Nullable Grounded<StatedDate>>) Milestone::expectedOn)
                        .flatMap(Stream::ofNullable);
    }
}
