namespace Rootscope.Upgrading;

/// <summary>What the loop tells of each year, in the order of its columns.</summary>
public enum UpgradingFigure
{
    /// <summary>Share of the home market that home makers have. Unit: share.</summary>
    HomeShare,

    /// <summary>How much more a unit of the same quality costs at home than abroad. Unit: share of the foreign cost.</summary>
    CostGap,

    /// <summary>Share of the foreign market that home makers have. Unit: share.</summary>
    ForeignMarketShare,

    /// <summary>
    /// What is at stake in the foreign cut asked about, with what a ban takes of imports already. Unit: share of a year's final spending.
    /// </summary>
    AtStake,

    /// <summary>What bans and tariffs add to the price that home users pay for the same quality. Unit: share.</summary>
    UserPrice,

    /// <summary>Sales of home makers, at home and abroad, over those of the base year. Unit: ratio.</summary>
    HomeSales,

    /// <summary>Sales of foreign makers, over those of the base year. Unit: ratio.</summary>
    ForeignSales,

    /// <summary>Cost of a unit at home over that of the base year. Unit: ratio.</summary>
    HomeCost,

    /// <summary>What home makers have learnt from, their own and others' production, over that of the base year. Unit: ratio.</summary>
    HomeExperience,

    /// <summary>
    /// What a ban takes already: what is at stake with the imports that would be bought without it. Unit: share of a year's final
    /// spending.
    /// </summary>
    TakenByBan,
}

/// <summary>One path of one technology: market, profit, research, knowledge, experience, cost, market.</summary>
/// <remarks>
/// Makers i are home and foreign; cost c, quality q = knowledge K, experience Z.
/// Shares: s = B (q/c)^η over the sum, B set so that the first year's shares are those of the table.
/// Wright: Δ log c = -b Δ log Z + shocks, where what the other side makes counts in Z with the share "experience-shared".
/// Knowledge: own' = (1-δ) K + (γ+δ) K₀ (R/R₀)^e with γ = (1+g)^e - 1, so that research that grows with the world market
/// keeps knowledge on a balanced path; then the one behind takes over the share "spill" of what is left of the gap.
/// Experience starts on the balanced path too: Z₀ is what production that always grew like the world market would have added up to.
/// At stake: V(cut) of the base year times the imports that would be bought without a ban, over those of the base year.
/// What the first home share lacks to a half is read as the gap of quality; what it has beyond a half, as preference for home.
/// </remarks>
internal static class LoopPath
{
    /// <summary>Home shares are kept this far from 0 and 1, where a gap would have no end.</summary>
    private const double Edge = 1e-3;

    /// <summary>Runs the path.</summary>
    /// <param name="start">The technology.</param>
    /// <param name="shared">The draw of what all share.</param>
    /// <param name="own">The draw of what is its own.</param>
    /// <param name="policy">What is done to it.</param>
    /// <param name="path">One row a year from the base year, one column a figure of <see cref="UpgradingFigure"/>.</param>
    public static void Run(UpgradingStart start, in LoopDraw shared, TechnologyDraw own, UpgradingPolicy policy, double[,] path)
    {
        int years = path.GetLength(0) - 1;
        double eta = shared.Elasticity;
        double world = shared.WorldGrowth;
        double homeShare = Math.Clamp(start.HomeShare, Edge, 1 - Edge);
        double foreignMarket = start.HomeMarket * (1 - shared.WorldShare) / shared.WorldShare;
        double abroadShare = Math.Clamp(start.Exports / foreignMarket, Edge * Edge, 1 - Edge);
        double homeKnowledge = Math.Min(1, Math.Pow(homeShare / (1 - homeShare), 1 / eta));
        double foreignKnowledge = 1;
        double relative = Math.Pow(homeKnowledge, eta);
        double homePreference = homeShare / (1 - homeShare) / relative;
        double abroadPreference = abroadShare / (1 - abroadShare) / relative;

        double homeSales0 = (start.HomeMarket * homeShare) + (foreignMarket * abroadShare);
        double foreignSales0 = (start.HomeMarket * (1 - homeShare)) + (foreignMarket * (1 - abroadShare));
        double quantityGrowth = Math.Log(1 + world) / Math.Max(0.1, 1 - own.Exponent);
        double made = quantityGrowth > 1e-9 ? 1 / (Math.Exp(quantityGrowth) - 1) : 1e9;
        double foreignCounts = shared.ExperienceShared;
        (double homeMade, double foreignMade) = (
            (homeSales0 + (foreignCounts * foreignSales0)) * made,
            (foreignSales0 + (foreignCounts * homeSales0)) * made
        );
        double homeMade0 = homeMade;
        double balanced = Math.Pow(1 + world, shared.KnowledgeElasticity) - 1;
        (double homeKnowledge0, double foreignKnowledge0) = (homeKnowledge, foreignKnowledge);
        (double homeCost, double foreignCost) = (1, 1);
        (double homeMarket, double abroadMarket) = (start.HomeMarket, foreignMarket);
        for (int t = 0; t <= years; t++)
        {
            bool holds = policy.HoldsIn(t);
            double ban = holds ? policy.Ban : 0;
            double gap = homeKnowledge / homeCost / (foreignKnowledge / foreignCost);
            double advantage = Math.Pow(gap, eta);
            double free = homePreference * advantage;
            double open = holds ? Math.Pow(1 + policy.Tariff, -eta) : 1;
            double rival = (1 - ban) * open;
            double share = free / (free + rival);
            double abroad = abroadPreference * advantage;
            if (holds)
            {
                abroad *= (1 - policy.ExportBan) * Math.Pow(1 + policy.ForeignTariff, -eta);
            }

            double abroadNow = abroad / (abroad + 1);
            double homeSales = (homeMarket * share) + (abroadMarket * abroadNow);
            double foreignSales = (homeMarket * (1 - share)) + (abroadMarket * (1 - abroadNow));
            path[t, (int)UpgradingFigure.HomeShare] = share;
            path[t, (int)UpgradingFigure.CostGap] = (1 / gap) - 1;
            path[t, (int)UpgradingFigure.ForeignMarketShare] = abroadNow;

            // A ban does not make imports safe by ending them: what it took is lost, and a further cut comes on top of it.
            double imports = open / (free + open) / (1 - homeShare);
            path[t, (int)UpgradingFigure.AtStake] = (start.AtStake(1 - ((1 - ban) * (1 - start.Cut))) ?? 0) * imports;
            path[t, (int)UpgradingFigure.TakenByBan] = (start.AtStake(ban) ?? 0) * imports;
            path[t, (int)UpgradingFigure.UserPrice] = Math.Pow((free + 1) / (free + rival), 1 / eta) - 1;
            path[t, (int)UpgradingFigure.HomeSales] = homeSales / homeSales0;
            path[t, (int)UpgradingFigure.ForeignSales] = foreignSales / foreignSales0;
            path[t, (int)UpgradingFigure.HomeCost] = homeCost;
            path[t, (int)UpgradingFigure.HomeExperience] = homeMade / homeMade0;
            if (t == years)
            {
                return;
            }

            double research = (homeSales / homeSales0 * (holds ? 1 - policy.CapitalCut : 1)) + PublicOf(policy, holds, shared, homeSales0);
            // Without the capability, makers keep pace at best: they have nothing beyond it to give away either.
            double most = t + 1 < own.Acquired ? homeKnowledge * (1 + balanced) : double.PositiveInfinity;
            double homeOwn = Math.Min(most, Grown(homeKnowledge, homeKnowledge0, research, balanced, shared));
            double foreignOwn = Grown(foreignKnowledge, foreignKnowledge0, foreignSales / foreignSales0, balanced, shared);
            double flowing = 1 - (shared.SpillClosed * Math.Max(ban, holds ? policy.ExportBan : 0));
            double spill = shared.Spill * flowing;
            double homeNext = Math.Min(most, homeOwn + (spill * Math.Max(0, foreignOwn - homeOwn)));
            double foreignNext = foreignOwn + (spill * Math.Max(0, homeOwn - foreignOwn));
            (double homeUnits, double foreignUnits) = (homeSales / homeCost, foreignSales / foreignCost);
            double homeMadeNext = homeMade + homeUnits + (foreignCounts * flowing * foreignUnits);
            double foreignMadeNext = foreignMade + foreignUnits + (foreignCounts * flowing * homeUnits);
            homeCost *= Math.Exp((-own.Exponent * Math.Log(homeMadeNext / homeMade)) + own.HomeShocks[t + 1]);
            foreignCost *= Math.Exp((-own.Exponent * Math.Log(foreignMadeNext / foreignMade)) + own.ForeignShocks[t + 1]);
            (homeMade, foreignMade) = (homeMadeNext, foreignMadeNext);
            (homeKnowledge, foreignKnowledge) = (homeNext, foreignNext);
            homeMarket *= 1 + shared.HomeGrowth;
            abroadMarket *= 1 + shared.ForeignGrowth;
        }
    }

    /// <summary>Public money over the research of the base year; nothing where there was none to add to.</summary>
    private static double PublicOf(UpgradingPolicy policy, bool holds, in LoopDraw shared, double homeSales0)
    {
        double research0 = shared.Research * homeSales0;
        return holds && policy.PublicMoney > 0 && research0 > 0 ? policy.PublicMoney / research0 : 0;
    }

    private static double Grown(double knowledge, double knowledge0, double research, double balanced, in LoopDraw shared) =>
        ((1 - shared.Depreciation) * knowledge)
        + ((balanced + shared.Depreciation) * knowledge0 * Math.Pow(Math.Max(0, research), shared.KnowledgeElasticity));
}
