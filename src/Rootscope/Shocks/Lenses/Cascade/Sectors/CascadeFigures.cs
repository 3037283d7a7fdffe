using Rootscope.Accounts.Trade;
using Rootscope.Shocks.Scenarios;
using Rootscope.Tables;

namespace Rootscope.Shocks.Lenses.Cascade.Sectors;

/// <summary>Losses of sectors and at borders, as what regions and sectors lose.</summary>
internal sealed class CascadeFigures
{
    private readonly FlowTable _table;
    private readonly double[] _lost;
    private readonly double[] _valueAdded;
    private readonly RegionalDeliveries _deliveries;
    private readonly Dictionary<Border, double> _stopped;

    public CascadeFigures(FlowTable table, double[] lost, IReadOnlyList<Border> borders, IReadOnlyList<double> stopped)
    {
        (_table, _lost) = (table, lost);
        _valueAdded = TableTotals.ValueAdded(table);
        _deliveries = RegionalDeliveries.Of(table);
        _stopped = borders.Zip(stopped).ToDictionary(p => p.First, p => p.Second);
    }

    public LensFigures Of(CascadeOutcome outcome, string note) =>
        new()
        {
            Status = ScenarioStatus.Ok,
            Iterations = outcome.Steps,
            Residual = outcome.Residual,
            Regions = [.. Enumerable.Range(0, _table.Sectors.Regions.Count).Select(Region)],
            Sectors = [.. Enumerable.Range(0, _table.Size).Select(Sector)],
            Notes = [note],
        };

    private RegionOutcome Region(int region)
    {
        (double product, double lost, double output, double left) = (0, 0, 0, 0);
        (double exported, double exports, double imported, double imports) = (0, 0, 0, 0);
        for (int i = 0; i < _table.Size; i++)
        {
            if (_table.Sectors.RegionNumberOf(new(i)) == region)
            {
                product += _valueAdded[i];
                lost += _valueAdded[i] * _lost[i];
                output += _table.Output[i];
                left += _table.Output[i] * (1 - _lost[i]);
                (double sent, double arrived) = Exports(i);
                (exported, exports) = (exported + sent, exports + arrived);
                continue;
            }

            double bought = _deliveries.Of(new(i), new(region));
            (imported, imports) = (imported + bought, imports + (bought * (1 - LossTo(i, region))));
        }

        return new RegionOutcome
        {
            Region = new(region),
            Loss = product > 0 ? lost / product : 0,
            Base = product,
            OutputChange = Figures.Change(output, left),
            ExportsChange = Figures.Change(exported, exports),
            ImportsChange = Figures.Change(imported, imports),
        };
    }

    private SectorOutcome Sector(int sector)
    {
        (double sent, double arrived) = Exports(sector);
        return new SectorOutcome
        {
            Sector = new(sector),
            Output = _table.Output[sector],
            OutputChange = _table.Output[sector] > 0 ? -_lost[sector] : null,
            ExportsChange = Figures.Change(sent, arrived),
            ValueAddedLost = _valueAdded[sector] * _lost[sector],
        };
    }

    /// <summary>What a sector sells to other regions, and what of it still arrives.</summary>
    private (double Sent, double Arrived) Exports(int sector)
    {
        int regions = _table.Sectors.Regions.Count;
        if (regions == 1)
        {
            return (_deliveries.Exports[sector], _deliveries.Exports[sector] * (1 - LossTo(sector, SectorNodes.Abroad)));
        }

        (double sent, double arrived) = (0, 0);
        for (int buyer = 0; buyer < regions; buyer++)
        {
            double sold = buyer == _table.Sectors.RegionNumberOf(new(sector)) ? 0 : _deliveries.Of(new(sector), new(buyer));
            (sent, arrived) = (sent + sold, arrived + (sold * (1 - LossTo(sector, buyer))));
        }

        return (sent, arrived);
    }

    /// <summary>A seller that makes less delivers less to all alike; a border lets no more through than it can.</summary>
    private double LossTo(int seller, int region) => Math.Max(_lost[seller], _stopped.GetValueOrDefault(new Border(seller, region)));
}
