package org.writwatch.agreements.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.writwatch.agreements.Model;
import org.writwatch.agreements.history.AgencyName.Nearness;
import org.writwatch.agreements.history.Corrections.What;
import org.writwatch.agreements.history.PublicationGuard.Quarantine;
import org.writwatch.agreements.roster.ListFamily;
import org.writwatch.agreements.roster.ListKind;
import org.writwatch.agreements.roster.PublishedList;

/**
 * Builds the whole history from published lists. The order in which the lists are given does not matter.
 *
 * <p>One builder serves one history and one thread.
 */
public final class HistoryBuilder {
    private static final int APPLICATION_DAYS = 60;

    private final List<PublishedList> lists;
    private final Corrections corrections;
    private final Sightings read;
    private final Map<PublishedList, Quarantine> aside;
    private final Timeline participating;
    private final Timeline pending;
    private final Parties parties = new Parties();
    private final List<Draft> drafts = new ArrayList<>();
    private final Known known;
    private final CompletableFuture<AgencyJoin> join;

    private HistoryBuilder(Collection<PublishedList> lists, Ground ground) {
        this.lists = lists.stream().sorted().toList();
        this.corrections = ground.corrections();
        this.join = ground.join();
        this.known = new Known(ground.gazetteer());
        this.read = new Sightings(this.lists, corrections);
        this.aside = PublicationGuard.judge(this.lists, read);
        List<PublishedList> good =
                this.lists.stream().filter(l -> !aside.containsKey(l)).toList();
        this.participating = Timeline.of(ListKind.PARTICIPATING, good);
        this.pending = Timeline.of(ListKind.PENDING, good);
    }

    /** The history these lists show. */
    public static History build(Collection<PublishedList> lists, Ground ground) {
        return new HistoryBuilder(lists, ground).build();
    }

    private History build() {
        Map<String, Strand> strands = strands(participating);
        List<Strand> stated = strands.values().stream()
                .filter(s -> s.model() != Model.UNSTATED)
                .toList();
        Identity identity = new Identity(stated, participating.size() - 1, corrections, known::both);
        seeNames(participating, 1);
        seeNames(pending, 0);
        Map<String, Strand> applications = strands(pending);
        identity.joined().stream()
                .filter(j -> j.join() != Identity.Join.RELABELLED)
                .filter(j -> j.join() != Identity.Join.STATE_CORRECTED || isNobodyElse(j, strands, applications))
                .forEach(j -> parties.join(j.one().latest(), j.other().latest()));
        corrections.list(What.SAME).forEach(this::joinParties);
        identity.groups().forEach(this::draft);
        attachUnstated(
                strands.values().stream()
                        .filter(s -> s.model() == Model.UNSTATED)
                        .sorted()
                        .toList(),
                applications);
        attachApplications(applications.values().stream().sorted().toList());
        parties.settle();
        nameDrafts();
        drafts.sort(Comparator.comparing(d -> d.id));
        // From here on nothing is changed any more: the joins need not wait for the events.
        CompletableFuture<List<HeldAgency>> agencies =
                join.thenApplyAsync(j -> j.join(parties.list(), drafts, parties));
        List<Event> events = new EventWriter(participating, pending, drafts, parties, identity).events();
        List<HistoryLine> lines = drafts.stream().map(this::line).toList();
        return new History(lists, aside, participating, pending, lines, agencies.join(), events);
    }

    private Map<String, Strand> strands(Timeline timeline) {
        @Nullable Strand[] of = new Strand[read.meanings().length];
        Map<String, Strand> strands = new TreeMap<>();
        for (Edition edition : timeline.editions()) {
            for (PublishedList list : edition.lists()) {
                LocalDate listed = list.date();
                @Nullable Meaning[] rows = read.of(list);
                for (int i = 0; i < rows.length; i++) {
                    Meaning meaning = rows[i];
                    if (meaning != null) {
                        Strand strand = of[meaning.number()];
                        if (strand == null) {
                            strand = strands.computeIfAbsent(meaning.strandKey(), Strand::new);
                            of[meaning.number()] = strand;
                        }
                        strand.add(edition.index(), list, listed, list.rows().number(i), meaning);
                    }
                }
            }
        }
        strands.values().forEach(Strand::close);
        return strands;
    }

    /** Every name with the last time it was printed. */
    private void seeNames(Timeline timeline, int bonus) {
        boolean[] met = new boolean[read.meanings().length];
        List<Meaning> last = new ArrayList<>();
        List<Long> ranks = new ArrayList<>();
        // Backwards: the first met of a meaning is its last.
        for (int e = timeline.size() - 1; e >= 0; e--) {
            List<PublishedList> shown = timeline.get(e).lists();
            long rank = timeline.get(e).proof().order().getEpochSecond() * 2 + bonus;
            for (int l = shown.size() - 1; l >= 0; l--) {
                @Nullable Meaning[] rows = read.of(shown.get(l));
                for (int r = rows.length - 1; r >= 0; r--) {
                    Meaning meaning = rows[r];
                    if (meaning != null && !met[meaning.number()]) {
                        met[meaning.number()] = true;
                        last.add(meaning);
                        ranks.add(rank);
                    }
                }
            }
        }
        for (int i = last.size() - 1; i >= 0; i--) {
            parties.see(last.get(i), ranks.get(i));
        }
    }

    /**
     * Whether nothing else is listed under the name in the state that was printed by mistake: Kansas has an Ellis County
     * whose row said Texas for four lists, and Texas has one of its own.
     */
    private static boolean isNobodyElse(
            Identity.Joined joined, Map<String, Strand> strands, Map<String, Strand> applications) {
        Strand wrong = joined.one().last() < joined.other().last() ? joined.one() : joined.other();
        String key = wrong.latest().meaning().partyKey();
        return Stream.concat(strands.values().stream(), applications.values().stream())
                .allMatch(s -> s == wrong || !s.latest().meaning().partyKey().equals(key));
    }

    private void joinParties(Corrections.Decision decision) {
        decision.otherName()
                .ifPresent(other -> parties.join(
                        decision.state().name() + '/' + decision.agency().key(),
                        decision.state().name() + '/' + other.key()));
    }

    private void draft(List<Strand> joined) {
        Draft before = null;
        for (List<Step> span : Spans.cut(Step.of(joined), participating)) {
            Draft draft = new Draft(joined.get(0).model(), span);
            draft.after = Optional.ofNullable(before);
            if (before != null) {
                before.replaced = true;
            }
            drafts.add(draft);
            before = draft;
        }
    }

    /**
     * The partner lists of 2007 and 2008 print no model. Where the table of 2009 has the agency with a date on or before
     * such a list, the list shows that agreement; where it does not, the model stays unstated.
     */
    private void attachUnstated(List<Strand> unstated, Map<String, Strand> applications) {
        for (Strand strand : unstated) {
            List<Step> steps = singles(strand);
            List<Draft> same = new ArrayList<>();
            drafts.stream().filter(d -> isOnOldTable(d, strand)).forEach(same::add);
            for (Strand application : applications.values()) {
                if (isOld(application) && isSameAgency(application.latest(), strand.latest())) {
                    Draft draft = new Draft(application.model(), List.of());
                    draft.pending.addAll(application.steps());
                    if (coversAny(draft, steps)) {
                        applications.remove(application.key());
                        drafts.add(draft);
                        same.add(draft);
                        break;
                    }
                }
            }
            List<Step> left = new ArrayList<>();
            for (Step step : steps) {
                List<Draft> shown =
                        same.stream().filter(d -> wasSignedBy(d, step)).toList();
                shown.forEach(d -> d.listed.add(step));
                if (shown.isEmpty()) {
                    left.add(step);
                }
            }
            same.forEach(d -> d.listed.sort(Comparator.comparingInt(Step::from)));
            same.forEach(d -> parties.join(d.latest(), strand.latest()));
            if (!left.isEmpty()) {
                drafts.add(new Draft(Model.UNSTATED, left));
            }
        }
    }

    /** The steps of a strand, one for each edition. */
    private static List<Step> singles(Strand strand) {
        return strand.steps().stream().flatMap(s -> s.singles().stream()).toList();
    }

    private boolean isOnOldTable(Draft draft, Strand strand) {
        return !draft.listed.isEmpty()
                && participating
                                .get(draft.listed.get(draft.listed.size() - 1).to())
                                .family()
                        == ListFamily.OIG_2009
                && isSameAgency(draft.latest(), strand.latest());
    }

    private static boolean isOld(Strand application) {
        return application.latest().list().family() == ListFamily.OIG_2009;
    }

    private boolean isSameAgency(Sighting one, Sighting other) {
        return one.state() == other.state()
                && (one.agency().nearness(other.agency()) == Nearness.SAME || parties.areOne(one, other));
    }

    private boolean coversAny(Draft draft, List<Step> steps) {
        return steps.stream().anyMatch(s -> wasSignedBy(draft, s));
    }

    private boolean wasSignedBy(Draft draft, Step step) {
        return signed(draft)
                .map(day -> !day.isAfter(participating.get(step.from()).date()))
                .orElse(false);
    }

    private void attachApplications(List<Strand> applications) {
        Map<String, Draft> neverListed = new TreeMap<>();
        Map<String, List<Draft>> byParty = new HashMap<>();
        for (Draft draft : drafts) {
            byParty.computeIfAbsent(parties.root(draft.latest()) + '/' + draft.model, k -> new ArrayList<>())
                    .add(draft);
        }
        for (Strand application : applications) {
            List<Draft> same =
                    byParty.getOrDefault(parties.root(application.latest()) + '/' + application.model(), List.of());
            if (same.isEmpty() && application.model() != Model.UNSTATED) {
                same = nearlyNamed(application);
                // By the name it was first listed under: what was relabelled since belongs to another office.
                same.forEach(d -> parties.join(d.listed.get(0).first(), application.latest()));
            }
            Map<Draft, List<Step>> shares = new LinkedHashMap<>();
            List<Step> left = new ArrayList<>();
            for (Step step : singles(application)) {
                Optional<Draft> draft = draftOn(same, pending.get(step.from()).date());
                draft.ifPresentOrElse(
                        d -> shares.computeIfAbsent(d, x -> new ArrayList<>()).add(step), () -> left.add(step));
            }
            shares.forEach((d, steps) -> {
                d.pending.addAll(steps);
                d.pending.sort(Comparator.comparingInt(Step::from));
            });
            boolean bare = application.model() == Model.UNSTATED;
            if (!left.isEmpty() && !(bare && parties.isListed(application.latest(), drafts))) {
                neverListed
                        .computeIfAbsent(
                                parties.root(application.latest()) + '/' + application.model(),
                                k -> new Draft(application.model(), List.of()))
                        .pending
                        .addAll(left);
            }
        }
        neverListed.values().forEach(d -> d.pending.sort(Comparator.comparingInt(Step::from)));
        drafts.addAll(neverListed.values());
    }

    /** The agreement an application of that day led to: the first that was still listed then or later. */
    private Optional<Draft> draftOn(List<Draft> drafts, LocalDate day) {
        return drafts.stream()
                .filter(d -> !d.listed.isEmpty())
                .filter(d -> !participating
                        .get(d.listed.get(d.listed.size() - 1).to())
                        .until()
                        .isBefore(day))
                .min(Comparator.comparingInt(d -> d.listed.get(0).from()));
    }

    private List<Draft> nearlyNamed(Strand application) {
        LocalDate last = pending.get(application.last()).date();
        boolean elsewhere = known.isElsewhere(application);
        List<Draft> near = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.model != application.model() || draft.listed.isEmpty()) {
                continue;
            }
            Step first = draft.listed.get(0);
            long days = ChronoUnit.DAYS.between(
                    last, participating.get(first.from()).date());
            Strand listed = first.strand();
            if (days < -7
                    || days > APPLICATION_DAYS
                    || (draft.latest().state() != application.state()
                            && !(elsewhere && isAlike(listed, application)))) {
                continue;
            }
            Nearness names = listed.agency().nearness(application.agency());
            if (names != Nearness.APART && (names == Nearness.SAME || !known.both(listed, application))) {
                near.add(draft);
            }
        }
        return near.size() == 1 ? near : List.of();
    }

    /** The printed state has no such place and another has: ICE has printed the wrong one. */
    private static boolean isAlike(Strand one, Strand other) {
        return one.agency().body() == other.agency().body()
                && one.agency().core().equals(other.agency().core());
    }

    /**
     * Gives every agreement its id. It carries the first signing date printed that can be one: when a later list corrects
     * the date, the agreement keeps its id.
     */
    private void nameDrafts() {
        Map<String, Integer> taken = new HashMap<>();
        drafts.sort(Comparator.comparing((Draft d) -> parties.id(d.latest()))
                .thenComparing(d -> d.model)
                .thenComparingInt(d ->
                        d.listed.isEmpty() ? Integer.MAX_VALUE : d.listed.get(0).from())
                .thenComparingInt(
                        d -> d.pending.isEmpty() ? 0 : d.pending.get(0).from()));
        for (Draft draft : drafts) {
            Optional<LocalDate> when = firstSigned(draft.listed).or(() -> firstSigned(draft.pending));
            String dated = parties.id(draft.latest())
                    + '/'
                    + draft.model.name().toLowerCase(Locale.ROOT)
                    + '/'
                    + when.map(LocalDate::toString).orElse("undated");
            String id = when.isEmpty() && draft.listed.isEmpty() ? HistoryLine.applicationId(dated) : dated;
            int n = taken.merge(id, 1, Integer::sum);
            draft.id = n == 1 ? id : id + '-' + n;
        }
    }

    private static Optional<LocalDate> signed(Draft draft) {
        return lastSigned(draft.listed).or(() -> lastSigned(draft.pending));
    }

    private static Optional<LocalDate> firstSigned(List<Step> steps) {
        return steps.stream().flatMap(s -> s.first().signed().stream()).findFirst();
    }

    private static Optional<LocalDate> lastSigned(List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).last().signed().isPresent()) {
                return steps.get(i).last().signed();
            }
        }
        return Optional.empty();
    }

    private HistoryLine line(Draft draft) {
        Sighting latest = draft.latest();
        Optional<HistoryLine.End> ended = corrections
                .find(What.ENDED, latest.state(), latest.agency().key())
                .filter(d -> d.other().equalsIgnoreCase(draft.model.name()))
                .map(d -> new HistoryLine.End(LocalDate.parse(d.value()), d.evidence()));
        return new HistoryLine(
                draft.id,
                parties.id(latest),
                draft.model,
                signed(draft),
                draft.isHybrid(),
                Draft.spells(draft.listed),
                Draft.spells(draft.pending),
                ended);
    }
}
