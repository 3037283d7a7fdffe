using Rootscope.Answers.Stake;
using Rootscope.Catalogue;
using Rootscope.Roots;

namespace Rootscope.Web.Figures;

/// <summary>What is at stake with technologies, each through the part or the industry that carries it.</summary>
internal static class TechnologyStakes
{
    /// <summary>Shares of a year's final spending by identifier; technologies that nothing carries are absent.</summary>
    public static IReadOnlyDictionary<string, double> Of(StakeAnswer answer, TechnologyCatalogue catalogue)
    {
        Dictionary<string, double> shares = answer
            .Ranking.Rows.Where(r => r.AtStakeShare is not null)
            .ToDictionary(r => r.Code, r => r.AtStakeShare!.Value, StringComparer.Ordinal);
        return catalogue
            .Technologies.Select(t =>
                (t.Id, Carrier: TechnologyRanking.CarrierOf(t, answer.Economy.Table, catalogue, answer.Economy.Bridge)?.Code)
            )
            .Where(t => t.Carrier is not null && shares.ContainsKey(t.Carrier))
            .ToDictionary(t => t.Id, t => shares[t.Carrier!], StringComparer.Ordinal);
    }
}
