using System.Collections.Concurrent;
using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Stake;
using Rootscope.Roots.Stake;
using Rootscope.Shocks;
using Rootscope.Storage;

namespace Rootscope.Hosts.Tests.Answers;

/// <summary>What is at stake with every product of an embedded table under the default question, ranked once for all tests.</summary>
internal static class EmbeddedStakes
{
    private static readonly ConcurrentDictionary<(string Table, SupplyScope Supply), Lazy<StakeRanking>> Kept = new();

    /// <summary>The ranking, without the losses after a product is replaced, which take as long again.</summary>
    public static StakeRanking Of(string table, SupplyScope supply) =>
        Kept.GetOrAdd((table, supply), key => new Lazy<StakeRanking>(() => Ranked(key.Table, key.Supply))).Value;

    private static StakeRanking Ranked(string table, SupplyScope supply)
    {
        var question = new StakeQuestion(table) { Supply = supply };
        EconomyUnderStudy studied = new Analyst(new TableLibrary(), threads: 2).Economy(question.RatedEconomy);
        (EconomyUnderStudy economy, StakeInputs inputs, _) = StakeMaking.Of(question, studied);
        return StakeRanking.Of(inputs, StakeMaking.OptionsOf(question, economy) with { WithTail = false }, threads: 2);
    }
}
