package org.portfolioledger.journey;

import static org.portfolioledger.journey.EveryRead.known;

import java.util.List;

/** The lines of the table of reads about what became of an entity over all days. */
final class ReadsOfHistories {

    private static final String ALL_DAYS = "It tells all days.";

    static final List<EveryRead.Line> LINES = List.of(
            known(
                    "/registers/{register}/history",
                    "/registers/TRAVEL/history",
                    "/items/*/type",
                    "register-opened | data-standard-defined",
                    "register-opened | data-standard-defined | data-standard-defined | corrected | corrected",
                    ALL_DAYS),
            known(
                    "/portfolios/{portfolio}/history",
                    "/portfolios/PF-T/history",
                    "/items/*/type",
                    "portfolio-opened | business-group-named | rating-scheme-defined | role-described | "
                            + "business-group-named | rating-scheme-defined | role-described",
                    "portfolio-opened | business-group-named | rating-scheme-defined | role-described | "
                            + "business-group-named | rating-scheme-defined | role-described | business-group-named | "
                            + "rating-scheme-defined | role-described | corrected | corrected | corrected",
                    ALL_DAYS),
            known(
                    "/posts/{post}/history",
                    "/posts/PO-T/history",
                    "/items/*/type",
                    "post-established | post-filled | post-filled",
                    "post-established | post-filled | post-filled | post-filled | corrected",
                    ALL_DAYS),
            known(
                    "/boards/{board}/history",
                    "/boards/BD-T/history",
                    "/items/*/type",
                    "board-established | board-decided | board-authority-delegated | board-limit-set | "
                            + "board-decided | board-delegation-revoked",
                    "board-established | board-decided | board-authority-delegated | board-limit-set | "
                            + "board-decided | board-delegation-revoked | board-limit-set | board-decided | corrected | "
                            + "corrected | corrected",
                    ALL_DAYS),
            known(
                    "/business-cases/{businessCase}/history",
                    "/business-cases/BC-T/history",
                    "/items/*/type",
                    "business-case-opened | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided",
                    "business-case-opened | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | case-condition-discharged | corrected | corrected | corrected",
                    ALL_DAYS),
            known(
                    "/dependencies/{dependency}/history",
                    "/dependencies/DEP-T/history",
                    "/items/*/type",
                    "dependency-proposed | dependency-promised | dependency-promised",
                    "dependency-proposed | dependency-promised | dependency-promised | dependency-promised | "
                            + "corrected",
                    ALL_DAYS),
            known(
                    "/documents/{document}/history",
                    "/documents/DOC-T/history",
                    "/items/*/type",
                    "document-registered | document-publication-decided | document-marked | document-marked",
                    "document-registered | document-publication-decided | document-marked | document-marked | "
                            + "document-marked | corrected",
                    ALL_DAYS),
            known(
                    "/actions/{action}/history",
                    "/actions/ACT-T/history",
                    "/items/*/type",
                    "action-opened | action-handed-on",
                    "action-opened | action-handed-on | action-handed-on | corrected",
                    ALL_DAYS),
            known(
                    "/reviews/{review}/history",
                    "/reviews/RV-T/history",
                    "/items/*/type",
                    "review-opened | review-held | review-reported | recommendation-made | "
                            + "recommendation-made | recommendation-claimed",
                    "review-opened | review-held | review-reported | recommendation-made | "
                            + "recommendation-made | recommendation-claimed | recommendation-answered | corrected",
                    ALL_DAYS),
            known(
                    "/meetings/{meeting}/history",
                    "/meetings/M-T/history",
                    "/items/*/type",
                    "meeting-called | meeting-rescheduled",
                    "meeting-called | meeting-rescheduled | meeting-rescheduled | corrected",
                    ALL_DAYS),
            known(
                    "/equality-assessments/{equalityAssessment}/history",
                    "/equality-assessments/EIA-T/history",
                    "/items/*/type",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed | "
                            + "equality-assessment-reviewed | corrected",
                    ALL_DAYS),
            known(
                    "/accounting-assessments/{accountingAssessment}/history",
                    "/accounting-assessments/AOA-T/history",
                    "/items/*/type",
                    "accounting-assessment-made | accounting-assessment-departed",
                    "accounting-assessment-made | accounting-assessment-departed | "
                            + "accounting-assessment-repeated | corrected",
                    ALL_DAYS),
            known(
                    "/vacancy-requests/{vacancyRequest}/history",
                    "/vacancy-requests/VAC-T/history",
                    "/items/*/type",
                    "vacancy-requested | vacancy-checked | vacancy-checked | vacancy-decided",
                    "vacancy-requested | vacancy-checked | vacancy-checked | vacancy-decided | "
                            + "vacancy-checked | corrected",
                    ALL_DAYS),
            known(
                    "/delivery-plans/{deliveryPlan}/history",
                    "/delivery-plans/PLAN-T/history",
                    "/items/*/type",
                    "delivery-plan-opened | plan-item-added | plan-item-added | plan-item-progressed",
                    "delivery-plan-opened | plan-item-added | plan-item-added | plan-item-progressed | "
                            + "plan-item-assigned | corrected",
                    ALL_DAYS),
            known(
                    "/external-requests/{externalRequest}/history",
                    "/external-requests/REQ-T/history",
                    "/items/*/type",
                    "external-request-made | external-request-promised",
                    "external-request-made | external-request-promised | external-request-assigned | corrected",
                    ALL_DAYS),
            known(
                    "/reporting-cycles/{reportingCycle}/history",
                    "/reporting-cycles/RC-T/history",
                    "/items/*/type",
                    "reporting-cycle-opened | submission-received",
                    "reporting-cycle-opened | submission-received | submission-received | corrected",
                    ALL_DAYS),
            known(
                    "/contracts/{contract}/history",
                    "/contracts/CON-T/history",
                    "/items/*/type",
                    "contract-registered | contract-awarded",
                    "contract-registered | contract-awarded | contract-supplier-agreed | corrected",
                    ALL_DAYS),
            known(
                    "/outside-decisions/{outsideDecision}/history",
                    "/outside-decisions/OD-T/history",
                    "/items/*/type",
                    "outside-decision-recorded | outside-decision-progressed",
                    "outside-decision-recorded | outside-decision-progressed | outside-decision-progressed | corrected",
                    ALL_DAYS),
            known(
                    "/benefits/{benefit}/history",
                    "/benefits/BEN-T/history",
                    "/items/*/type",
                    "benefit-opened | benefit-profile-stated",
                    "benefit-opened | benefit-profile-stated | benefit-profile-stated | corrected",
                    ALL_DAYS),
            known(
                    "/risks/{risk}/history",
                    "/risks/R-T/history",
                    "/items/*/type",
                    "risk-raised | risk-scored",
                    "risk-raised | risk-scored | risk-scored | corrected",
                    ALL_DAYS),
            known(
                    "/mappings/{mapping}/history",
                    "/mappings/MAP-T/history",
                    "/items/*/type",
                    "import-mapping-defined | import-mapping-redefined",
                    "import-mapping-defined | import-mapping-redefined | import-mapping-redefined | corrected",
                    ALL_DAYS),
            known(
                    "/protective-markings/{protectiveMarking}/history",
                    "/protective-markings/PM-T/history",
                    "/items/*/type",
                    "entity-marked | protective-marking-changed",
                    "entity-marked | protective-marking-changed | protective-marking-changed | corrected",
                    ALL_DAYS),
            known(
                    "/workforce-controls/{workforceControl}/history",
                    "/workforce-controls/WC-T/history",
                    "/items/*/type",
                    "workforce-control-opened | workforce-figures-reported",
                    "workforce-control-opened | workforce-figures-reported | workforce-figures-reported | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=post",
                    "/items/*/type",
                    "post-established | post-filled | post-filled",
                    "post-established | post-filled | post-filled | post-filled | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=document",
                    "/items/*/type",
                    "document-registered | document-publication-decided | document-marked | document-marked",
                    "document-registered | document-publication-decided | document-marked | document-marked | "
                            + "document-marked | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=document",
                    "/items/*/type",
                    "",
                    "document-registered | document-publication-decided | document-marked | document-marked | "
                            + "document-marked | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=review",
                    "/items/*/type",
                    "review-opened | review-held | review-reported | recommendation-made | "
                            + "recommendation-made | recommendation-claimed",
                    "review-opened | review-held | review-reported | recommendation-made | "
                            + "recommendation-made | recommendation-claimed | recommendation-answered | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=review",
                    "/items/*/type",
                    "review-opened",
                    "review-opened",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=action",
                    "/items/*/type",
                    "action-opened | action-handed-on",
                    "action-opened | action-handed-on | action-handed-on | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=equality-assessment",
                    "/items/*/type",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed | "
                            + "equality-assessment-reviewed | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=equality-assessment",
                    "/items/*/type",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed",
                    "equality-assessment-opened | equality-assessment-tied | equality-assessment-reviewed | "
                            + "equality-assessment-reviewed | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=accounting-assessment",
                    "/items/*/type",
                    "accounting-assessment-made | accounting-assessment-departed",
                    "accounting-assessment-made | accounting-assessment-departed | "
                            + "accounting-assessment-repeated | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=vacancy-request",
                    "/items/*/type",
                    "vacancy-requested | vacancy-checked | vacancy-checked | vacancy-decided",
                    "vacancy-requested | vacancy-checked | vacancy-checked | vacancy-decided | "
                            + "vacancy-checked | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=delivery-plan",
                    "/items/*/type",
                    "delivery-plan-opened | plan-item-added | plan-item-added | plan-item-progressed",
                    "delivery-plan-opened | plan-item-added | plan-item-added | plan-item-progressed | "
                            + "plan-item-assigned | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=business-case",
                    "/items/*/type",
                    "business-case-opened | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided",
                    "business-case-opened | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | business-case-version-recorded | business-case-submitted | "
                            + "business-case-decided | case-condition-discharged | corrected | corrected | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=dependency",
                    "/items/*/type",
                    "dependency-proposed",
                    "dependency-proposed",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=dependency",
                    "/items/*/type",
                    "dependency-proposed | dependency-promised | dependency-promised",
                    "dependency-proposed | dependency-promised | dependency-promised | dependency-promised | "
                            + "dependency-proposed | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=meeting",
                    "/items/*/type",
                    "meeting-agenda-set",
                    "meeting-agenda-set",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PG-T/history?kind=reporting-cycle",
                    "/items/*/type",
                    "reporting-cycle-opened | submission-received",
                    "reporting-cycle-opened | submission-received | corrected",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/history",
                    "/initiatives/PJ-T/history?kind=reporting-cycle",
                    "/items/*/type",
                    "reporting-cycle-opened",
                    "reporting-cycle-opened | submission-received",
                    ALL_DAYS),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PJ-T/timeline?kind=appointments",
                    "/items/*/appointments/roles/RISK_OWNER/value/holder/person",
                    "p-sro1 | p-sro2",
                    "p-sro1 | p-secretary | p-assurance",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PG-T/timeline?kind=review",
                    "/items/*/review/recommendations/*/state/value",
                    "OPEN | OPEN | CLAIMED_COMPLETE | OPEN",
                    "OPEN | OPEN | ACCEPTED | OPEN | CLAIMED_COMPLETE | OPEN",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PJ-T/timeline?kind=action",
                    "/items/*/action/owner/value/post",
                    "Head of Finance | Head of Housing",
                    "Head of Finance | Head of Roads | Head of Homes",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PG-T/timeline?kind=vacancy-request",
                    "/items/*/vacancy-request/status/value",
                    "REQUESTED | AUTHORISED",
                    "REQUESTED | REQUESTED | AUTHORISED",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PJ-T/timeline?kind=accounting-assessment",
                    "/items/*/accounting-assessment/status/value",
                    "CURRENT | REASSESSMENT_DUE",
                    "CURRENT | CURRENT | REASSESSMENT_DUE",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PG-T/timeline?kind=delivery-plan",
                    "/items/*/from",
                    "2020-01-01 | 2020-07-01",
                    "2020-01-01 | 2020-05-01 | 2020-07-01",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PJ-T/timeline?kind=dependency",
                    "/items/*/dependency/promisedFor/value",
                    "2020-10-01 | 2020-11-01",
                    "2020-10-01 | 2021-01-01 | 2020-12-01",
                    "It has a segment for every range of days."),
            known(
                    "/initiatives/{initiative}/timeline",
                    "/initiatives/PJ-T/timeline?kind=equality-assessment",
                    "/items/*/equality-assessment/reviewBy/value",
                    "2021-08-01",
                    "2020-08-15",
                    "It has a segment for every range of days."));

    private ReadsOfHistories() {}
}
