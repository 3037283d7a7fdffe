namespace Rootscope.Accounts.Extraction;

/// <summary>Output lost in the whole economy when one flow, from one sector to another, is cut.</summary>
/// <remarks>
/// m_k z_kj / (1 + a_kj l_jk); sector i loses l_ik z_kj / (1 + a_kj l_jk). Every cell follows from the inverse on its own, so that all n²
/// of them can be read one by one and are never stored. Unit: the table's. Source: rank-one update of the inverse (Sherman and Morrison
/// 1950). Cost: O(1) a cell.
/// </remarks>
public sealed class CellExtraction
{
    private readonly TotalRequirements _total;

    private CellExtraction(TotalRequirements total) => _total = total;

    /// <summary>The loss of output in the whole economy without the flow from seller to buyer. Unit: the table's.</summary>
    public double this[SectorNumber seller, SectorNumber buyer]
    {
        get
        {
            double coefficient = _total.Direct.Values[(seller * _total.Size) + buyer];
            return _total.Multipliers[seller] * coefficient * _total.Table.Output[buyer] / (1 + (coefficient * _total[buyer, seller]));
        }
    }

    /// <summary>The cells of a table's inverse.</summary>
    public static CellExtraction Of(TotalRequirements total)
    {
        ArgumentNullException.ThrowIfNull(total);
        return new CellExtraction(total);
    }

    /// <summary>Output lost in every sector without the flow from seller to buyer. Unit: the table's. Shape: n.</summary>
    public double[] LossesOf(SectorNumber seller, SectorNumber buyer)
    {
        double scale = this[seller, buyer] / _total.Multipliers[seller];
        return [.. Enumerable.Range(0, _total.Size).Select(i => _total[new(i), seller] * scale)];
    }
}
