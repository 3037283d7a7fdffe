using System.Collections.Concurrent;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Shocks;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;
using Rootscope.Web.Addresses;
using Rootscope.Web.Hosting;
using Rootscope.Web.Language;
using Rootscope.Web.Settings;

namespace Rootscope.Web.Answering;

/// <summary>What the site shows: answers to questions about economies, with tables and the catalogue, each made once and kept.</summary>
/// <remarks>
/// Safe for use by many requests at once. Answers are the analyst's, kept by their questions; their number and their memory are bounded,
/// and the oldest question is forgotten first. Those about embedded tables are the same for every site of a process, which keeps them once.
/// </remarks>
internal sealed class SiteAnswers
{
    /// <summary>The largest table whose inverse is made for a page. Unit: sectors.</summary>
    public const int LargestInverse = 3000;

    private const int LargestBands = 500;

    private const int InversesKept = 2;
    private const int AccountsKept = 8;
    private const int RankingsKept = 64;
    private const int ViewsKept = 64;
    private const int TablesKept = 64;

    /// <summary>How many names a text lists. Unit: names.</summary>
    private const int MostNamed = 5;

    private static readonly TimeSpan ListKept = TimeSpan.FromSeconds(5);

    /// <summary>The most memory that kept answers take, where the machine has four times as much. Unit: bytes.</summary>
    private const long MostMemory = 2L * 1024 * 1024 * 1024;

    private static readonly BoundedCache<string, FlowTable> TablesOfEmbedded = new(TablesKept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<RootQuestion, RootAnswer> RootsOfEmbedded = new(RankingsKept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<AccountsQuestion, AccountsAnswer> AccountsOfEmbedded = new(AccountsKept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<TechnologyQuestion, TechnologyAnswer> TechnologiesOfEmbedded = new(
        ViewsKept,
        EmbeddedAnswers.Memory
    );
    private static readonly BoundedCache<WeakSpotQuestion, WeakSpotAnswer> WeakSpotsOfEmbedded = new(ViewsKept, EmbeddedAnswers.Memory);
    private static readonly BoundedCache<(EconomyQuestion Question, bool AboutTechnologies), EconomyUnderStudy> EconomiesOfEmbedded = new(
        RankingsKept,
        EmbeddedAnswers.Memory
    );
    private readonly TableLibrary _library;
    private readonly TimeProvider _clock;
    private readonly Analyst _analyst;
    private readonly AnswerCaches<string, FlowTable> _tables;
    private readonly AnswerCaches<RootQuestion, RootAnswer> _roots;
    private readonly AnswerCaches<AccountsQuestion, AccountsAnswer> _accounts;
    private readonly AnswerCaches<TechnologyQuestion, TechnologyAnswer> _technologies;
    private readonly AnswerCaches<WeakSpotQuestion, WeakSpotAnswer> _weakSpots;
    private readonly AnswerCaches<(EconomyQuestion Question, bool AboutTechnologies), EconomyUnderStudy> _economies;
    private readonly BoundedCache<(string Table, ExposureBase Of), InputExposure> _exposures;
    private readonly BoundedCache<string, IReadOnlyList<ReviewFinding>> _reviews;
    private readonly Lock _bandGate = new();
    private readonly Lock _gate = new();
    private IReadOnlyList<TableSummary>? _tableList;
    private long _listedAt;

    public SiteAnswers(TableLibrary library, int? threads, TimeProvider clock)
    {
        (_library, _clock) = (library, clock);
        Threads = threads ?? Environment.ProcessorCount;
        Memory = new AnswerMemory(Math.Min(MostMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4));
        _tables = new(TablesOfEmbedded, new(TablesKept, Memory), t => t);
        _roots = new(RootsOfEmbedded, new(RankingsKept, Memory), q => q.Economy.Table);
        _accounts = new(AccountsOfEmbedded, new(AccountsKept, Memory), q => q.Table);
        _technologies = new(TechnologiesOfEmbedded, new(ViewsKept, Memory), q => q.Economy.Table);
        _weakSpots = new(WeakSpotsOfEmbedded, new(ViewsKept, Memory), q => q.Table ?? EconomyQuestion.DefaultTable);
        _economies = new(EconomiesOfEmbedded, new(RankingsKept, Memory), q => q.Question.Table);
        _exposures = new(InversesKept, Memory);
        _reviews = new(ViewsKept, Memory);
        _analyst = new Analyst(library, threads, Table);
        Stakes = new SiteStakes(this, _analyst);
        Investments = new SiteInvestments(this, _analyst);
    }

    /// <summary>Draws of a page's bands.</summary>
    public int BandDraws { get; init; } = ObservatoryOptions.UsualBandDraws;

    /// <summary>Whether pages begin what they do not wait for.</summary>
    public bool WorksAhead { get; init; } = true;

    /// <summary>How much memory kept answers take.</summary>
    public AnswerMemory Memory { get; }

    /// <summary>What is at stake.</summary>
    public SiteStakes Stakes { get; }

    /// <summary>How economies catch up, and where budgets go.</summary>
    public SiteInvestments Investments { get; }

    public TechnologyCatalogue Catalogue => _analyst.Catalogue;

    /// <summary>The tables that there are, as they were at most a few seconds ago.</summary>
    /// <remarks>Looking means opening the workspace's database; a busy site asks it once, not once a page.</remarks>
    public IReadOnlyList<TableSummary> Tables
    {
        get
        {
            lock (_gate)
            {
                if (_tableList is null || _clock.GetElapsedTime(_listedAt) > ListKept)
                {
                    _tableList = _library.List();
                    _listedAt = _clock.GetTimestamp();
                }

                return _tableList;
            }
        }
    }

    /// <summary>Threads of a computation.</summary>
    public int Threads { get; }

    /// <summary>The table that a page is about, or one region of it, with no industry split.</summary>
    /// <exception cref="UnknownNameException">There is no such table or region.</exception>
    public FlowTable Economy(PageState state) => Economy(EconomyOf(state), aboutTechnologies: false).Whole;

    /// <summary>An economy as questions about technologies, or about industries, have it.</summary>
    public EconomyUnderStudy Economy(EconomyQuestion question, bool aboutTechnologies) =>
        _economies.Of((question, aboutTechnologies), () => _analyst.Economy(question, aboutTechnologies));

    /// <summary>
    /// The economy that a page is about, as questions name it: the first region of a table with several unless one is named.
    /// </summary>
    public EconomyQuestion EconomyOf(PageState state)
    {
        IReadOnlyList<Region> regions = Table(state.Table).Sectors.Regions;
        return new EconomyQuestion(state.Table) { Region = state.Region ?? (regions.Count > 1 ? regions[0].Code : null) };
    }

    /// <summary>Refuses a page or figure about a product that is not there, before anything is computed.</summary>
    /// <exception cref="UnknownNameException">It is neither an industry of the table nor a technology of the catalogue.</exception>
    public void RequireSubject(PageState state)
    {
        if (state.Of is { } of && !ProductName.IsTechnology(Table(state.Table), of))
        {
            _ = Table(state.Table).Sectors.FindIndustry(of);
        }
    }

    /// <summary>A table by name. One that is not there today may be imported tomorrow.</summary>
    public FlowTable Table(string name) => _tables.OfAgain(name, () => _library.Read(name));

    /// <summary>
    /// The state of a page with its tables and regions held against what there is. What is nowhere is a fault; a region of another table,
    /// which forms send when the table is changed, is left out and named.
    /// </summary>
    public PageState Known(PageState state)
    {
        PageState own = KnownTable(state);
        if (own.With is not { } with)
        {
            return own;
        }

        PageState other = KnownTable(own.Other with { Faults = [], Notices = [] });
        Phrase[] absent = [.. other.Faults.Select(f => f.Repair), .. other.Notices];
        return absent.Length == 0
            ? own
            : own with
            {
                Faults = [.. own.Faults, .. absent.Select(a => QueryFault.OfValue("with", with, a))],
                With = null,
            };
    }

    /// <summary>The root ranking that a page asks for, by technology or by industry as it says.</summary>
    public RootAnswer Roots(PageState state) => Roots(QuestionOf(state));

    /// <summary>One measure of a table; those who ask for other rows of it share the answer.</summary>
    public AccountsAnswer Accounts(AccountsQuestion question)
    {
        AccountsQuestion whole = question with { Sort = AccountOrder.Table, Top = 0 };
        return _accounts.Of(whole, () => _analyst.Accounts(whole)) with { Question = question };
    }

    /// <summary>A root ranking.</summary>
    public RootAnswer Roots(RootQuestion question)
    {
        // Those who ask for fewer rows share the answer of those who ask for all.
        RootAnswer answer = _roots.Of(question with { Top = 0 }, () => _analyst.Roots(question with { Top = 0 }));
        return answer with { Question = question };
    }

    /// <summary>
    /// Whether <see cref="Roots(PageState)"/> is there; where it is not, it is begun. A site that does not work ahead waits.
    /// </summary>
    public bool HasRoots(PageState state)
    {
        RootQuestion question = QuestionOf(state) with { Top = 0 };
        return !WorksAhead || _roots.TryOf(question, Urgency.Part, () => _analyst.Roots(question), out _);
    }

    /// <summary>The root ranking by technology under a page's other choices.</summary>
    public RootAnswer Technologies(PageState state) => Roots(state with { ByIndustry = false });

    /// <summary>The root ranking by industry under a page's other choices.</summary>
    public RootAnswer Industries(PageState state) => Roots(state with { ByIndustry = true });

    /// <summary>The question of the ranking that a page shows.</summary>
    public RootQuestion QuestionOf(PageState state) =>
        new(EconomyOf(state))
        {
            Lens = state.Lens,
            Sort = state.Measure,
            Cut = state.Cut,
            Supply = state.Supply,
            By = state.ByIndustry ? RootSubject.Industry : RootSubject.Technology,
        };

    /// <summary>One technology or industry, and what stands on it.</summary>
    public TechnologyAnswer Technology(PageState state, string name) =>
        Technology(new TechnologyQuestion(name, EconomyOf(state)) { Cut = state.Cut, Supply = state.Supply });

    /// <summary>One technology or industry, and what stands on it.</summary>
    public TechnologyAnswer Technology(TechnologyQuestion question) => _technologies.Of(question, () => _analyst.Technology(question));

    /// <summary>
    /// How sure the ranking of technologies by leverage is under the equilibrium model and a page's cut; seconds of work when it is asked
    /// for first.
    /// </summary>
    public RootAnswer Bands(PageState state)
    {
        RootQuestion question = BandsOf(state);
        return _roots.Of(question, () => Draw(question));
    }

    /// <summary>Whether <see cref="Bands"/> is there; where it is not, it is begun.</summary>
    public bool HasBands(PageState state)
    {
        RootQuestion question = BandsOf(state);
        return _roots.TryOf(question, Urgency.Band, () => Draw(question), out _);
    }

    /// <summary>
    /// Whether pages of an economy begin to draw bands: of up to 500 industries, and for the default cut. Whoever wants those of another
    /// cut asks for the figure's data.
    /// </summary>
    public bool MayDrawBands(PageState state) => Economy(state).Size <= LargestBands && state.Cut.Equals(new PageState().Cut);

    /// <summary>The weak spots of the economy that a page is about, by what is at stake with half of the imports.</summary>
    public WeakSpotAnswer WeakSpots(PageState state) => WeakSpots(WeakSpotsOf(state));

    /// <summary>The same where it is there; otherwise null, and it is begun.</summary>
    public WeakSpotAnswer? WeakSpotsAtHand(PageState state)
    {
        WeakSpotQuestion question = WeakSpotsOf(state);
        return !WorksAhead && !_weakSpots.Has(question) ? null
            : _weakSpots.TryOf(question, Urgency.Part, () => MakeWeakSpots(question), out WeakSpotAnswer? answer) ? answer
            : null;
    }

    /// <summary>The weak spots of an economy.</summary>
    public WeakSpotAnswer WeakSpots(WeakSpotQuestion question) => _weakSpots.Of(question, () => MakeWeakSpots(question));

    /// <summary>
    /// Where the industries of a region get their inputs; null in a table of one region, or one too large to invert for a page. Questions
    /// about one table share its inverse.
    /// </summary>
    public ExposureAnswer? Exposure(ExposureQuestion question)
    {
        FlowTable table = Table(question.Table);
        return table.Sectors.Regions.Count == 1 || table.Size > LargestInverse
            ? null
            : ExposureAnswer.Of(
                question,
                table,
                () => _exposures.Of((table.ContentHash, question.Of), () => _analyst.ExposureOf(table, question.Of, CancellationToken.None))
            );
    }

    /// <summary>Whether <see cref="Exposure"/> of a table of many regions has its inverse; where it has not, that is begun.</summary>
    public bool HasExposures(FlowTable table)
    {
        (string, ExposureBase) key = (table.ContentHash, ExposureBase.Inputs);
        return WorksAhead
            ? _exposures.TryOf(key, Urgency.Part, () => _analyst.ExposureOf(table, key.Item2, CancellationToken.None), out _)
            : _exposures.Has(key);
    }

    /// <summary>A table held against what is known outside it.</summary>
    public IReadOnlyList<ReviewFinding> Review(FlowTable table) => _reviews.Of(table.ContentHash, () => TableReview.Of(table));

    private PageState KnownTable(PageState state)
    {
        if (!Tables.Any(t => t.Name == state.Table))
        {
            string near = string.Join(", ", NearestNames.Of(state.Table, Tables.Select(t => t.Name)));
            string all = string.Join(", ", Tables.Take(MostNamed).Select(t => t.Name));
            Phrase there = near.Length > 0 ? new($"Perhaps {near}.", $"也许是 {near}。") : new($"There are {all}.", $"现有：{all}。");
            var fault = QueryFault.OfValue("table", state.Table, there);
            return state with { Table = EconomyQuestion.DefaultTable, Region = null, Faults = [.. state.Faults, fault] };
        }

        SectorIndex sectors = Table(state.Table).Sectors;
        if (state.Region is not { } region || sectors.TryFindRegion(region, out _))
        {
            return state;
        }

        string some = string.Join(", ", sectors.Regions.Take(MostNamed).Select(r => r.Code));
        if (!Tables.Any(t => Table(t.Name).Sectors.TryFindRegion(region, out _)))
        {
            Phrase repair = new($"The table {state.Table} has {some}.", $"表 {state.Table} 有：{some}。");
            return state with { Region = null, Faults = [.. state.Faults, QueryFault.OfValue("region", region, repair)] };
        }

        var absent = new Phrase(
            $"The table {state.Table} has no region '{region}'; that choice is left out. It has {some}.",
            $"表 {state.Table} 中没有地区“{region}”，已忽略该选择。现有：{some}。"
        );
        return state with { Region = null, Notices = [.. state.Notices, absent] };
    }

    /// <summary>The question of weak spots that a page shows.</summary>
    public WeakSpotQuestion WeakSpotsOf(PageState state)
    {
        string region = EconomyOf(state).Region ?? Table(state.Table).Sectors.Regions[0].Code;
        return new WeakSpotQuestion(region) { Table = state.Table, Rule = state.Rule };
    }

    /// <summary>From the ranking of stakes where some page has it already; otherwise technologies alone are cut.</summary>
    private WeakSpotAnswer MakeWeakSpots(WeakSpotQuestion question)
    {
        question.Validate();
        return _analyst.WeakSpots(question, question.Measure == WeakSpotMeasure.AtStake ? Stakes.Found(_analyst.StakeOf(question)) : null);
    }

    private RootQuestion BandsOf(PageState state) =>
        new(EconomyOf(state))
        {
            Cut = state.Cut,
            By = RootSubject.Technology,
            Draws = BandDraws,
            DrawsSources = false,
        };

    private RootAnswer Draw(RootQuestion question)
    {
        // One at a time: draws keep every processor busy, and pages come first.
        lock (_bandGate)
        {
            return _analyst.Roots(question);
        }
    }
}
