using Rootscope.Accounts;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Scenarios;
using Rootscope.Answers.Stake;
using Rootscope.Answers.Validity;
using Rootscope.Answers.WeakSpots;
using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Roots.Bands;
using Rootscope.Roots.Stake;
using Rootscope.Roots.Validation;
using Rootscope.Shocks;
using Rootscope.Shocks.Scenarios;
using Rootscope.Storage;
using Rootscope.Storage.Parts;
using Rootscope.Storage.Scenarios;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Answers;

/// <summary>Answers questions about the tables of a library; the command line, the web, assistants and programs ask the same one.</summary>
/// <remarks>
/// Safe for use by many threads. Answers are the same bits on any number of threads and through any face. It keeps nothing but the
/// catalogue; who asks the same again and again keeps answers by their questions.
/// </remarks>
/// <example>
/// <code>
/// var analyst = new Analyst(new TableLibrary());
/// RootAnswer answer = analyst.Roots(new RootQuestion("china-2020") { Cut = 0.7 });
/// </code>
/// </example>
public sealed partial class Analyst
{
    private readonly Func<string, FlowTable> _tables;
    private readonly int _threads;
    private readonly InverseOptions _inverse;
    private readonly WorldInputs _inputs;
    private readonly PartSet? _parts;
    private readonly Lazy<TechnologyCatalogue> _catalogue = new(CatalogueLibrary.Read);

    /// <summary>An analyst over a library.</summary>
    /// <param name="library">The tables that questions can name.</param>
    /// <param name="threads">Most threads of a computation; null for one a processor.</param>
    public Analyst(TableLibrary library, int? threads = null)
        : this(library, threads, tables: null) { }

    /// <summary>An analyst that reads tables in a way of its own, such as keeping them.</summary>
    internal Analyst(
        TableLibrary library,
        int? threads,
        Func<string, FlowTable>? tables,
        InverseOptions? inverse = null,
        PartSet? parts = null
    )
    {
        ArgumentNullException.ThrowIfNull(library);
        if (threads is < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(threads), threads, "There has to be at least one thread.");
        }

        Library = library;
        _threads = threads ?? Environment.ProcessorCount;
        _tables = tables ?? library.Read;
        _inverse = inverse ?? new InverseOptions { Threads = _threads };
        _inputs = new WorldInputs(_inverse);
        _parts = parts;
    }

    /// <summary>The tables that questions can name.</summary>
    public TableLibrary Library { get; }

    /// <summary>The technologies that questions can name.</summary>
    public TechnologyCatalogue Catalogue => _catalogue.Value;

    /// <summary>The economy that a question is about.</summary>
    /// <param name="question">Which, and how it is made.</param>
    /// <param name="aboutTechnologies">Whether technologies are asked about, so that the table's own bridge splits them off.</param>
    /// <exception cref="QuestionException">The question has faults, or names no region of a table with several.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">A file does not fit its layout or the table.</exception>
    public EconomyUnderStudy Economy(EconomyQuestion question, bool aboutTechnologies = false)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Faults().ToArray() is { Length: > 0 } faults
            ? throw new QuestionException(faults)
            : EconomyMaking.Of(question, _tables(question.Table), aboutTechnologies);
    }

    /// <summary>The root ranking.</summary>
    /// <param name="question">The question, without an origin.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults, or an origin: that is asked with <see cref="Origins"/>.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public RootAnswer Roots(RootQuestion question, IProgress<AnswerProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        if (question.Origin is not null)
        {
            throw new QuestionException([
                new QuestionFault("origin", "A ranking of one economy's products has no {origin}.", "Ask for origins, or leave it out."),
            ]);
        }

        bool byTechnology = question.By == RootSubject.Technology;
        EconomyUnderStudy economy = Economy(question.Economy, byTechnology);
        RootOptions options = RootOptionsOf.Question(question, economy);
        RootRanking ranking = RootRanking.Of(
            economy.Table,
            options,
            _threads,
            AnswerProgress.Of(progress, AnswerProgress.Cuts, economy.Table.Size),
            cancellation
        );
        var answer = new RootAnswer
        {
            Question = question,
            Economy = economy,
            Ranking = ranking,
            AllTechnologies = byTechnology ? TechnologyRanking.Of(ranking, Catalogue, economy.Bridge) : [],
            Notes = ranking.CalibrationNotes,
        };
        BandRows rows = byTechnology ? BandRows.Of(answer.AllTechnologies, answer.Technologies) : BandRows.Of(answer.Rows);
        RootBands? bands = BandDrawing.Of(
            question,
            economy,
            options,
            question.DrawsSources ? rows : rows with { SourcesOf = [] },
            _threads,
            progress,
            cancellation
        );
        return answer with
        {
            Bands = bands,
            Notes =
            [
                .. ranking.CalibrationNotes,
                .. byTechnology ? TechnologyNotes.Of(answer.AllTechnologies, ranking, economy.Bridge) : [],
                .. BandDrawing.Notes(bands),
            ],
        };
    }

    /// <summary>What is at stake with each product.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public StakeAnswer Stake(StakeQuestion question, IProgress<AnswerProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Stake(question, [question.Supply], progress, cancellation)[0];
    }

    /// <summary>The same question about several supplies of one economy, which is made once.</summary>
    /// <param name="question">The question; its own supply is left aside.</param>
    /// <param name="supplies">Which supplies go missing, one answer each in their order.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public IReadOnlyList<StakeAnswer> Stake(
        StakeQuestion question,
        IReadOnlyList<SupplyScope> supplies,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(supplies);
        question.Validate();
        EconomyUnderStudy economy = Economy(question.RatedEconomy, question.By == RootSubject.Technology);
        return StakeAnswering.Of(question, supplies, economy, _threads, progress, cancellation);
    }

    /// <summary>What is at stake as measures to hold against an expert list, with their guards.</summary>
    /// <param name="question">The question; both all supply and imports are cut, whatever it says.</param>
    /// <param name="labels">Which industries are compared.</param>
    /// <param name="guards">Seed and number of permutations; with none, guards are left out. Threads are the analyst's.</param>
    /// <param name="cancellation">Stops between products.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public StakeScores StakeScores(
        StakeQuestion question,
        ExpertLabels labels,
        GuardOptions guards,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(guards);
        question.Validate();
        return StakeScoring.Of(question, Economy(question.RatedEconomy), labels, guards with { Threads = _threads }, cancellation);
    }

    /// <summary>Whether measures find what experts name.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops between products.</param>
    /// <exception cref="QuestionException">The question has faults, or the list has no such item.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="TableException">The list does not fit its layout or the table's classes.</exception>
    /// <exception cref="ModelException">The table is no economy under these options.</exception>
    public ValidityAnswer Validity(ValidityQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        return ValidityAnswering.Of(
            question,
            ValidityAnswering.MentionsOf(question),
            Roots(question.Ranking, progress: null, cancellation),
            Economy(question.Stake.RatedEconomy),
            _threads,
            cancellation
        );
    }

    /// <summary>What an economy loses if one partner, or each in turn, withholds a product.</summary>
    /// <param name="question">The question, with an origin.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults, or the table knows no origins.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    public OriginAnswer Origins(RootQuestion question, IProgress<AnswerProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        string origin = question.Origin ?? RootQuestion.AllOrigins;
        EconomyUnderStudy economy = Economy(question.Economy);
        FlowTable table = economy.Given;
        if (table.Sectors.Regions.Count < 2)
        {
            throw new QuestionException([
                new QuestionFault(
                    "origin",
                    $"{{origin}} needs a table of many regions; {table.Metadata.Id} does not know where imports come from.",
                    "Take one that does, such as world-2011."
                ),
            ]);
        }

        RegionNumber? from = string.Equals(origin, RootQuestion.AllOrigins, StringComparison.OrdinalIgnoreCase)
            ? null
            : table.Sectors.FindRegion(origin);
        if (from == economy.Region)
        {
            throw new QuestionException([
                new QuestionFault(
                    "origin",
                    $"{{origin}} cannot be {table.Sectors.Regions[economy.Region].Code} itself.",
                    "Name a partner, or {origin=all}."
                ),
            ]);
        }

        return new OriginAnswer
        {
            Question = question,
            Economy = economy,
            Origin = from,
            Ranking = OriginRanking.Of(
                table,
                economy.Region,
                from,
                RootOptionsOf.Question(question, economy),
                _threads,
                AnswerProgress.Of(progress, AnswerProgress.Cuts, table.Size),
                cancellation
            ),
        };
    }

    /// <summary>One technology or industry under every lens, and what stands on it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">No industry of the table carries the technology.</exception>
    public TechnologyAnswer Technology(
        TechnologyQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        EconomyUnderStudy economy = Economy(question.Economy, ProductName.IsTechnology(_tables(question.Economy.Table), question.Name));
        return TechnologyAnswering.Of(question, economy, _threads, progress, cancellation);
    }

    /// <summary>What is at stake with one technology or industry.</summary>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between sweeps.</param>
    /// <exception cref="QuestionException">The question has faults.</exception>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">No industry carries the technology, or the table is no economy under these options.</exception>
    public StakeOfOneAnswer StakeOfOne(
        StakeOfOneQuestion question,
        IProgress<AnswerProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        question.Validate();
        (StakeQuestion ranking, EconomyUnderStudy economy, IndustryNumber product) = Find(question);
        return StakeOfOneAnswering.Of(
            question,
            StakeAnswering.Of(ranking, question.Supplies, economy, _threads, progress, cancellation, question.Alone ? [product] : null),
            cancellation
        );
    }

    /// <summary>What a question about one product names, before anything is computed for it.</summary>
    /// <exception cref="UnknownNameException">It names something that is not there.</exception>
    /// <exception cref="ModelException">No industry carries the technology.</exception>
    internal (StakeQuestion Ranking, EconomyUnderStudy Economy, IndustryNumber Product) Find(StakeOfOneQuestion question)
    {
        StakeQuestion ranking = StakeOfOneAnswering.RankingOf(question, _tables(question.Asked.Economy.Table));
        EconomyUnderStudy economy = Economy(ranking.RatedEconomy, ranking.By == RootSubject.Technology);
        return (ranking, economy, ProductName.Find(economy.Table, question.Name, economy.Bridge, []));
    }
}
