namespace Vta.Hdl.Boards;

/// <summary>Devices of the iCE40 families, as nextpnr-ice40 knows them.</summary>
public enum Ice40Device
{
    /// <summary>384 logic cells, low power.</summary>
    Lp384,

    /// <summary>1,280 logic cells, low power.</summary>
    Lp1k,

    /// <summary>7,680 logic cells, low power.</summary>
    Lp8k,

    /// <summary>1,280 logic cells, high performance.</summary>
    Hx1k,

    /// <summary>7,680 logic cells, high performance.</summary>
    Hx8k,

    /// <summary>3,520 logic cells with multipliers and large memories.</summary>
    U4k,

    /// <summary>5,280 logic cells with multipliers and large memories.</summary>
    Up5k,
}
