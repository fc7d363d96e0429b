"""The routes of following, one file per noun."""

from flask import Blueprint

from app.following.routes import followings, muting

bp = Blueprint("following", __name__, url_prefix="/following/<kind>/<int:number>")
bp.register_blueprint(followings.bp)
bp.register_blueprint(muting.bp)
