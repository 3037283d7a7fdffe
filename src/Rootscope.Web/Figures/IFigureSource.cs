using Rootscope.Web.Addresses;
using Rootscope.Web.Answering;

namespace Rootscope.Web.Figures;

/// <summary>Draws one kind of figure from the state of a page.</summary>
internal interface IFigureSource
{
    /// <summary>The figure's word in addresses.</summary>
    string Id { get; }

    /// <summary>Draws it.</summary>
    Figure Draw(PageState state, SiteAnswers economies);
}
