using Rootscope.Answers.Economies;
using Rootscope.Answers.Pieces;
using Rootscope.Answers.Questions;
using Rootscope.Answers.Screening;
using Rootscope.Networks;
using Rootscope.Numerics;
using Rootscope.Numerics.Work;
using Rootscope.Screening.Ownership;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Shocks.Lenses.Cascade.Risk;
using Rootscope.Storage.Formats.Networks;
using Rootscope.Storage.Parts;
using Rootscope.Tables;

namespace Rootscope.Answers.Networks;

/// <summary>Questions about a network of firms of one's own.</summary>
internal static class FirmNetworkAnswering
{
    /// <summary>What it costs that firms fail, one at a time.</summary>
    /// <param name="question">The question.</param>
    /// <param name="checkpoint">A file that keeps what is found, from which a run that was broken off goes on; null for none.</param>
    /// <param name="parts">Parts that hold what the failures come to; null where that is worked out here.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="progress">Told how many firms are done, those of an earlier run first.</param>
    /// <param name="cancellation">Stops at the next step of a cascade.</param>
    public static NetworkRiskAnswer Risk(
        NetworkRiskQuestion question,
        string? checkpoint,
        PartSet? parts,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    )
    {
        (NetworkReading reading, CascadeModel model, IReadOnlyList<FirmNumber> firms) = Failing(question, cancellation);
        PieceWork<CascadeOutcome> work = new RiskPieces(question, reading, model, firms).Work(checkpoint, threads, progress, cancellation);
        return new NetworkRiskAnswer(question, reading, model, firms, work.All(parts));
    }

    /// <summary>A share of what it costs that firms fail.</summary>
    public static WorkPart RiskPart(
        NetworkRiskQuestion question,
        WorkShare share,
        string? checkpoint,
        int threads,
        IProgress<AnswerProgress>? progress,
        CancellationToken cancellation
    )
    {
        (NetworkReading reading, CascadeModel model, IReadOnlyList<FirmNumber> firms) = Failing(question, cancellation);
        return new RiskPieces(question, reading, model, firms).Work(checkpoint, threads, progress, cancellation).Part(share);
    }

    /// <summary>What it costs that firms are cut out, all at once.</summary>
    /// <exception cref="ModelException">The network has no sales.</exception>
    /// <exception cref="TableException">Lists are asked, and no firm counts as listed.</exception>
    public static BlacklistAnswer Blacklist(
        BlacklistQuestion question,
        Func<IEnumerable<string>, CountedNames> counted,
        Func<IEnumerable<string>, IReadOnlyList<OwnedEntity>> owned,
        CancellationToken cancellation
    )
    {
        (NetworkReading reading, CascadeModel model) = Model(question.Network, question.Cascade, cancellation);
        FirmList firms = reading.Network.Firms;
        IReadOnlyList<CapacityLoss> named = question.Listed.Length > 0 ? NetworkReader.ReadListing(question.Listed, firms) : [];
        ScreenedFirms? screened = question.Lists.Count > 0 ? ScreenedFirms.Of(question, firms, counted) : null;

        // A firm that the file names loses what the file says, whatever lists have.
        HashSet<int> own = [.. named.Select(l => (int)l.Firm)];
        CapacityLoss[] listed =
        [
            .. named,
            .. (screened?.Counted ?? []).Where(c => !own.Contains(c.Firm)).Select(c => new CapacityLoss(c.Firm, 1)),
        ];
        if (question.Owners.Length > 0)
        {
            // Firms that a part of a list's share only concerns own nobody wholly: only whole losses count as listed here.
            var by = OwnedFirms.Of(question, firms, [.. listed.Where(l => l.Share >= 1).Select(l => firms.NameOf(l.Firm))], owned);
            HashSet<int> there = [.. listed.Select(l => (int)l.Firm)];
            listed = [.. listed, .. by.Firms.Where(f => !there.Contains(f.Firm)).Select(f => new CapacityLoss(f.Firm, 1))];
            screened = (screened ?? new ScreenedFirms([], [], [])) with { Owned = by };
        }

        if (listed.Length == 0)
        {
            throw new TableException(
                "network",
                "has no firm that counts as listed, by a list or by who owns it. Name the firms, or ask other lists."
            );
        }

        var study = BlacklistStudy.Of(model, listed, question.Top == 0 ? reading.Network.Count : question.Top, cancellation);
        return study.Total.Status == CascadeStatus.NoWeight
            ? throw new ModelException("the network has no sales, so that no share of them is defined. Give edges with values above 0.")
            : new BlacklistAnswer(question, reading, model, listed, study) { Screened = screened };
    }

    /// <summary>Who sells how much to whom.</summary>
    public static NetworkLinksAnswer Links(NetworkLinksQuestion question, CancellationToken cancellation)
    {
        SupplyNetwork network = NetworkReader.Read(question.Network.Edges, question.Network.Firms, cancellation: cancellation).Network;
        FirmNumber? firm = question.Firm is { } name ? new FirmNumber(network.Firms.Find(name)) : null;
        NetworkLink[] links = firm is { } shown ? Around(network, shown) : BetweenSectors(network);
        double all = links.Sum(l => l.Value);
        return new NetworkLinksAnswer(
            question,
            network,
            firm,
            [
                .. links
                    .OrderByDescending(l => l.Value)
                    .ThenBy(l => l.From, StringComparer.Ordinal)
                    .ThenBy(l => l.To, StringComparer.Ordinal)
                    .Select(l => l with { Share = all > 0 ? l.Value / all : null }),
            ]
        );
    }

    private static (NetworkReading Reading, CascadeModel Model, IReadOnlyList<FirmNumber> Firms) Failing(
        NetworkRiskQuestion question,
        CancellationToken cancellation
    )
    {
        (NetworkReading reading, CascadeModel model) = Model(question.Network, question.Cascade, cancellation);
        return (reading, model, SelectedFirms.Of(question.Select, reading.Network.Firms).In(reading.Network));
    }

    private static (NetworkReading Reading, CascadeModel Model) Model(
        FirmNetworkQuestion question,
        CascadeQuestion cascade,
        CancellationToken cancellation
    )
    {
        NetworkReading reading = NetworkReader.Read(question.Edges, question.Firms, cascade.MarketColumn, cancellation);
        EssentialityMatrix ratings = EssentialityRatings.Read(cascade.Essentiality, reading.Network.Firms.Sectors.Codes);
        return (reading, CascadeModel.Of(reading.Network, cascade.Options(ratings)));
    }

    private static NetworkLink[] Around(SupplyNetwork network, FirmNumber firm)
    {
        IReadOnlyList<string> ids = network.Firms.Ids;
        return
        [
            .. network
                .SuppliersOf(firm)
                .ToArray()
                .Zip(network.PurchasesOf(firm).ToArray(), (s, v) => new NetworkLink(ids[s], ids[firm], v, Share: null)),
            .. network
                .CustomersOf(firm)
                .ToArray()
                .Zip(network.SalesOf(firm).ToArray(), (c, v) => new NetworkLink(ids[firm], ids[c], v, Share: null)),
        ];
    }

    private static NetworkLink[] BetweenSectors(SupplyNetwork network)
    {
        FirmGroups sectors = network.Firms.Sectors;
        var flows = new Dictionary<(int, int), double>();
        for (int f = 0; f < network.Count; f++)
        {
            for (int e = 0; e < network.CustomersOf(new(f)).Length; e++)
            {
                (int, int) pair = (sectors.Numbers[f], sectors.Numbers[network.CustomersOf(new(f))[e]]);
                flows[pair] = flows.GetValueOrDefault(pair) + network.SalesOf(new(f))[e];
            }
        }

        return [.. flows.Select(p => new NetworkLink(sectors.Codes[p.Key.Item1], sectors.Codes[p.Key.Item2], p.Value, Share: null))];
    }
}
