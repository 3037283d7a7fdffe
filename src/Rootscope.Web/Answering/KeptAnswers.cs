using System.Collections.Concurrent;
using Rootscope.Accounts.Exposure;
using Rootscope.Answers.Accounts;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Roots;
using Rootscope.Answers.Stake;
using Rootscope.Answers.WeakSpots;
using Rootscope.Storage;
using Rootscope.Storage.Workspaces;
using Rootscope.Tables;

namespace Rootscope.Web.Answering;

/// <summary>Answers by their questions, a bounded number of each kind: those about the tables of one workspace, or about embedded tables.</summary>
internal sealed class KeptAnswers
{
    private const int InversesKept = 2;
    private const int AccountsKept = 8;
    private const int RankingsKept = 64;
    private const int ViewsKept = 64;

    /// <summary>Answers about embedded tables are the same for every site of a process and kept once.</summary>
    public static KeptAnswers OfEmbedded { get; } = new();

    /// <summary>Where the inputs of a table come from, and what is found in it, by what it holds: the same wherever it lies.</summary>
    public static BoundedCache<string, InputExposure> Exposures { get; } = new(InversesKept);

    /// <summary>What is found in a table, by what it holds.</summary>
    public static BoundedCache<string, IReadOnlyList<ReviewFinding>> Reviews { get; } = new(ViewsKept);

    public ConcurrentDictionary<string, Lazy<FlowTable>> Tables { get; } = new(StringComparer.Ordinal);

    public BoundedCache<RootQuestion, RootAnswer> Roots { get; } = new(RankingsKept);

    public BoundedCache<StakeQuestion, StakeAnswer> Stakes { get; } = new(ViewsKept);

    public BoundedCache<StakeOfOneQuestion, StakeOfOneAnswer> StakesOfOne { get; } = new(ViewsKept);

    public BoundedCache<AccountsQuestion, AccountsAnswer> Accounts { get; } = new(AccountsKept);

    public BoundedCache<TechnologyQuestion, TechnologyAnswer> Technologies { get; } = new(ViewsKept);

    public BoundedCache<WeakSpotQuestion, WeakSpotAnswer> WeakSpots { get; } = new(ViewsKept);

    public BoundedCache<(EconomyQuestion Question, bool AboutTechnologies), EconomyUnderStudy> Economies { get; } = new(RankingsKept);
}
