namespace Rootscope.Accounts.Measures;

/// <summary>An option that a measure reads.</summary>
public enum AccountParameter
{
    /// <summary><see cref="AccountOptions.Share"/>.</summary>
    Share,

    /// <summary><see cref="AccountOptions.Supplier"/>.</summary>
    Supplier,

    /// <summary><see cref="AccountOptions.Buyer"/>.</summary>
    Buyer,

    /// <summary><see cref="AccountOptions.Wedge"/>.</summary>
    Wedge,
}
